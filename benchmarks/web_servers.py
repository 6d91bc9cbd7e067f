"""Tries the examples of docs/operations.md for web servers as they stand there, with nginx and Apache.

    python -m benchmarks.web_servers

Each server runs on a free port of the loopback address with a certificate of its own making; of the example nothing is
changed but that port, the folder of the site and the places of the certificate. What is asked of it: the pages and
files with their types, the page for wrong addresses, the headers, compression, asking again, and a search with its
snippets in Chromium. Needs Chromium, openssl and the servers (Debian: apt-get install -y nginx-light apache2-bin).
Prints Markdown; ends with 1 where anything is not as it should be.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import msgspec
from playwright.sync_api import Browser, sync_playwright

from archive.build import build_site
from archive.config import DownloadName, Settings
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES, SEEDS
from tests.docs.pages import blocks

_QUESTION = "/vragen/2023-2024/jo-brouns/322.html"
_CERTIFICATE = "/etc/ssl/certs/vragen.pem"
_KEY = "/etc/ssl/private/vragen.key"
_START_SECONDS = 15.0
_GUARDS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "no-referrer",
}
_TYPES = {
    "/": "text/html; charset=utf-8",
    _QUESTION: "text/html; charset=utf-8",
    "/assets/style.css": "text/css; charset=utf-8",
    "/vragen/2023-2024/jo-brouns/322-tabel-1.csv": "text/csv; charset=utf-8",
    "/assets/icon.svg": "image/svg+xml; charset=utf-8",
    "/README.txt": "text/plain; charset=utf-8",
    "/download/vraagarchief-csv.zip": "application/zip",
}
_MODULES = ("mpm_event", "authz_core", "dir", "mime", "filter", "deflate", "headers", "setenvif", "ssl")


class Answer(msgspec.Struct, frozen=True):
    """What a server answers: its headers have names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Server(msgspec.Struct, frozen=True):
    """A web server: the language of its example, its program, and what makes the whole of its configuration."""

    name: str
    program: str
    configuration: Callable[[str, Path], str]
    arguments: tuple[str, ...]


def main() -> None:
    """Builds the seeds' site and tries it on each server."""
    folder = Path(tempfile.mkdtemp(prefix="web-servers-"))
    faults = 0
    try:
        folder.chmod(0o755)  # the servers read as somebody else
        make_certificate(folder)
        with sync_playwright() as playwright:
            program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)))
            browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
            print("| server | asked | fault |\n|---|---|---|")
            for server in SERVERS:
                port = free_port()
                build(folder, port)
                with started(server, folder, port):
                    faults += tell(server, tried(port, browser))
            browser.close()
    finally:
        shutil.rmtree(folder)
    sys.exit(1 if faults else 0)


def tell(server: Server, found: dict[str, list[str]]) -> int:
    """Prints a row for each thing asked, and gives the number of faults."""
    for asked, faults in found.items():
        print(f"| {server.name} | {asked} | {'; '.join(faults) or 'none'} |")
    return sum(map(len, found.values()))


def tried(port: int, browser: Browser) -> dict[str, list[str]]:
    """What was asked of a server, with the faults that were found."""
    return {
        "media types": list(wrong_types(port)),
        "wrong addresses": list(wrong_ends(port)),
        "headers": list(missing_guards(port)),
        "compression": list(uncompressed(port)),
        "asking again": list(wrongly_kept(port)),
        "search with snippets, and the page for wrong addresses, in Chromium": list(seen(port, browser)),
    }


def wrong_types(port: int) -> Iterator[str]:
    """Files whose media type or character set is not what it should be; a script has one of two types."""
    for address, expected in _TYPES.items():
        answer = ask(port, address)
        told = answer.headers.get("content-type", "")
        if (answer.status, told.lower()) != (200, expected):
            yield f"{address}: {answer.status}, {told}"
    script = ask(port, "/search/root.js").headers.get("content-type", "")
    if script not in {"application/javascript; charset=utf-8", "text/javascript; charset=utf-8"}:
        yield f"script: {script}"


def wrong_ends(port: int) -> Iterator[str]:
    """Addresses without a page that are not answered with ours; whether a folder is unknown or closed is one to us."""
    own = ask(port, "/404.html").body
    for address, statuses in (
        ("/geen.html", {404}),
        ("/vragen/geen/geen.html", {404}),
        ("/assets/", {403, 404}),
    ):
        answer = ask(port, address)
        if answer.status not in statuses or answer.body != own:
            yield f"{address}: {answer.status}, {len(answer.body)} bytes"


def missing_guards(port: int) -> Iterator[str]:
    """Headers that lack, on a page, a script and the page for wrong addresses."""
    for address in ("/", "/search/root.js", "/vragen/geen/geen.html", a_shard(port)):
        headers = ask(port, address).headers
        for name, expected in _GUARDS.items():
            if headers.get(name) != expected:
                yield f"{address}: {name}: {headers.get(name)}"


def uncompressed(port: int) -> Iterator[str]:
    """Texts that are not sent compressed to who can take it, or are to who cannot."""
    for address in (
        _QUESTION,
        "/assets/style.css",
        "/search/root.js",
        "/ro-crate-metadata.json",
        "/nieuw.xml",
    ):
        if ask(port, address, **{"Accept-Encoding": "gzip"}).headers.get("content-encoding") != "gzip":
            yield f"{address} is not compressed"
        if "content-encoding" in ask(port, address).headers:
            yield f"{address} is compressed for all"


def wrongly_kept(port: int) -> Iterator[str]:
    """What a browser keeps too long or too short: shards are kept, everything else is asked for again."""
    for address in ("/", _QUESTION, "/assets/style.css", "/search/root.js"):
        answer = ask(port, address)
        if answer.headers.get("cache-control") != "no-cache":
            yield f"{address}: {answer.headers.get('cache-control')}"
        packed = {"Accept-Encoding": "gzip"}
        tag = ask(port, address, **packed).headers.get("etag", "")
        again = ask(port, address, **packed, **{"If-None-Match": tag})
        if again.status != 304:
            yield f"{address}: {again.status} where nothing changed"
    kept = ask(port, a_shard(port)).headers.get("cache-control", "")
    if not any(int(part) >= 31536000 for part in kept.replace("=", ",").split(",") if part.strip().isdigit()):
        yield f"a shard: {kept}"


def seen(port: int, browser: Browser) -> Iterator[str]:
    """What does not work for a reader."""
    page = browser.new_page(ignore_https_errors=True)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"https://127.0.0.1:{port}/zoeken.html?q=begeleidingspremie")
    page.locator(".snippet mark").first.wait_for()
    yield from complaints
    page.goto(f"https://127.0.0.1:{port}/vragen/geen/geen.html")
    if "serif" not in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"):
        yield "the page for wrong addresses has no style"
    page.locator(".site-name").click()
    if page.url != f"https://127.0.0.1:{port}/index.html":
        yield f"home is {page.url}"
    page.close()


def a_shard(port: int) -> str:
    """The address of a shard of search, as the manifest names it."""
    names = ask(port, "/manifest.sha256").body.decode().split()
    return "/" + next(name for name in names if name.startswith("search/") and name != "search/root.js")


def ask(port: int, address: str, **headers: str) -> Answer:
    """What the server on a port answers."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=trusting)
    try:
        connection.request("GET", address, headers=headers)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read())
    finally:
        connection.close()


@contextlib.contextmanager
def started(server: Server, folder: Path, port: int) -> Iterator[None]:
    """The server, running on a port with its example."""
    program = shutil.which(server.program, path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        sys.exit(f"{server.program} is not installed (Debian: apt-get install -y nginx-light apache2-bin)")
    (example,) = (block.text for block in blocks("docs/operations.md") if block.language == server.name)
    for shown, real in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("*:443", f"127.0.0.1:{port}"),
        (_CERTIFICATE, str(folder / "certificate.pem")),
        (_KEY, str(folder / "key.pem")),
        ("/srv/vragen", str(folder / "public")),
    ):
        example = example.replace(shown, real)
    settings = folder / f"{server.name}.conf"
    settings.write_text(server.configuration(f"Listen 127.0.0.1:{port}\n{example}", folder), "utf-8")
    command = [program, *server.arguments, str(settings)]
    running = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(port, running)
        yield
    finally:
        running.terminate()
        running.wait(timeout=20)


def wait_for(port: int, running: subprocess.Popen[str]) -> None:
    """Waits until a server answers; ends the run with what it says where it does not."""
    deadline = time.monotonic() + _START_SECONDS
    while running.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    running.kill()
    sys.exit(f"the server does not start: {running.communicate()[1]}")


def nginx_configuration(example: str, folder: Path) -> str:
    """The whole configuration around the example for nginx, which has the port in itself."""
    _, _, block = example.partition("\n")
    user = "user root;\n" if os.geteuid() == 0 else ""
    folders = "".join(
        f"{name}_temp_path {folder};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"{user}daemon off;\npid {folder}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n"
        f"include /etc/nginx/mime.types;\naccess_log off;\n{folders}{block}}}\n"
    )


def apache_configuration(example: str, folder: Path) -> str:
    """The whole configuration around the example for Apache, as guarded as Debian's own."""
    modules = Path("/usr/lib/apache2/modules")
    loaded = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in _MODULES)
    return (
        f"{loaded}ServerName localhost\nPidFile {folder}/apache.pid\nErrorLog /dev/stderr\n"
        "TypesConfig /etc/mime.types\nDirectoryIndex index.html\nUser www-data\nGroup www-data\n"
        f"<Directory />\nRequire all denied\n</Directory>\n{example}"
    )


def make_certificate(folder: Path) -> None:
    """A certificate for a day, with its key."""
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=localhost",
    ]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([*made, *files], check=True, capture_output=True)


def build(folder: Path, port: int) -> None:
    """The site of the seeds with its downloads, which knows the address that it will have."""
    shutil.rmtree(folder / "corpus", ignore_errors=True)
    settings = Settings(base_url=f"https://127.0.0.1:{port}/", downloads=get_args(DownloadName))
    with Corpus.open(folder / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(SEEDS)])
        build_site(corpus, settings, folder / "public")


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


SERVERS = (
    Server("nginx", "nginx", nginx_configuration, ("-c",)),
    Server("apache", "apache2", apache_configuration, ("-DFOREGROUND", "-f")),
)

if __name__ == "__main__":
    main()
