"""The command `archive`.

main       runs the command and turns errors into messages and exit codes
group      the list of commands; each is imported when it is used
session    the settings and the corpus of one run
output     what is written to the terminal
stopping   what Ctrl-C means
readable   a record as text
ingesting  what the commands ingest and publish have in common
building   what the commands build and publish have in common
preview    the web server of the command serve: its connections and their time
preview_request, preview_files   what a request means, and which file of the site that is
authority_toml  suggested entries of the authority, to be pasted
<name>     one module for each command
"""

from archive.cli.main import main

__all__ = ["main"]
