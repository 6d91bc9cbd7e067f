"""Takes from a process the system calls that no reader of documents needs, for good: it can only read and answer.

The kernel checks every call against a small program (seccomp, Linux 3.5 and later; seccomp(2) and the kernel's
seccomp_filter.rst tell its form). Nothing but the kernel is needed: neither rights nor namespaces. What is
forbidden fails as if it were not permitted, so that a reader that tries is refused like any other that fails.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator

# Instructions of the classic packet filter, and offsets in what the kernel shows of a call (struct seccomp_data).
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_SET_FILTER, _NO_NEW_RIGHTS, _FILTER_MODE = 22, 38, 2
# Other than glibc's, the calls of the x32 variant begin here on x86_64.
_X32 = 0x40000000
_THREAD = 0x00010000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# Numbers of the calls by machine: x86_64, then aarch64 (None where it has none). From the kernel's tables.
_NUMBERS: dict[str, tuple[int | None, int | None]] = {
    # processes and programs
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "setns": (308, 268),
    "unshare": (272, 97),
    "setpriority": (141, 140),
    "kcmp": (312, 272),
    # the network, and talk with other processes
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    # writing to folders and files
    "creat": (85, None),
    "truncate": (76, 45),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "mount_setattr": (442, 442),
    # the machine
    "reboot": (169, 142),
    "kexec_load": (246, 104),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "userfaultfd": (323, 282),
}
# The kernel says that it does not know these, so that the C library takes an older call, which can be judged.
_UNKNOWN: dict[str, tuple[int | None, int | None]] = {"clone3": (435, 435), "openat2": (437, 437)}
# Judged by an argument: what is started, how it is opened, who is meant.
_CLONE, _OPEN, _OPENAT, _KILL, _TGKILL, _PRLIMIT = (
    (56, 220),
    (2, None),
    (257, 56),
    (62, 129),
    (234, 131),
    (302, 261),
)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def can_forbid() -> bool:
    """Whether this system can take calls from a process."""
    return sys.platform == "linux" and platform.machine() in _MACHINES and sys.maxsize > 1 << 32


def forbid_calls() -> bool:
    """Takes the calls from this process and all that it might start. False where the system cannot."""
    if not can_forbid():
        return False
    code = b"".join(_filter(platform.machine(), os.getpid()))
    instructions = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.cast(instructions, ctypes.c_void_p))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) != 0:
        return False
    return bool(library.prctl(_SET_FILTER, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


def _filter(machine: str, own: int) -> Iterator[bytes]:
    """The program, one instruction each. own: the process that may be sent signals, which is itself."""
    column, mark = _MACHINES[machine]
    refused = _returns(_FAIL | errno.EPERM)
    yield _step(_LOAD, _MACHINE)
    yield _step(_EQUAL, mark, 1, 0)
    yield refused
    yield _step(_LOAD, _NUMBER)
    if machine == "x86_64":
        yield _step(_AT_LEAST, _X32, 0, 1)
        yield refused
    for numbers, answer in (
        *((one, refused) for one in _NUMBERS.values()),
        *((one, _returns(_FAIL | errno.ENOSYS)) for one in _UNKNOWN.values()),
    ):
        if (number := numbers[column]) is not None:
            yield _step(_EQUAL, number, 0, 1)
            yield answer
    yield from _unless_bits(_CLONE[column], 0, _THREAD, lacking=True)
    yield from _unless_bits(_OPENAT[column], 2, _WRITING, lacking=False)
    if (number := _OPEN[column]) is not None:
        yield from _unless_bits(number, 1, _WRITING, lacking=False)
    for numbers in (_KILL, _TGKILL):
        yield from _only_value(numbers[column], own)
    yield from _only_value(_PRLIMIT[column], 0)
    yield _returns(_ALLOW)


def _unless_bits(number: int, argument: int, bits: int, *, lacking: bool) -> Iterator[bytes]:
    """The call fails where the argument has one of the bits; or, with `lacking`, where it has none."""
    yield _step(_EQUAL, number, 0, 4)
    yield _step(_LOAD, _ARGUMENTS + 8 * argument)
    yield _step(_ANY_BIT, bits, *((1, 0) if lacking else (0, 1)))
    yield _returns(_FAIL | (errno.EPERM if lacking else errno.EROFS))
    yield _returns(_ALLOW)


def _only_value(number: int, value: int) -> Iterator[bytes]:
    """The call fails unless its first argument has this value."""
    yield _step(_EQUAL, number, 0, 4)
    yield _step(_LOAD, _ARGUMENTS)
    yield _step(_EQUAL, value, 1, 0)
    yield _returns(_FAIL | errno.EPERM)
    yield _returns(_ALLOW)


def _step(code: int, value: int, when_true: int = 0, when_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, when_true, when_false, value)


def _returns(answer: int) -> bytes:
    return _step(_RETURN, answer)
