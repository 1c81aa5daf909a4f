"""What a process of its own may use: so much memory, and no more time than the one that started it lives."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTE = 1024 * 1024

OUT_OF_MEMORY = 77
"""The exit code of a process that had more memory than it may."""

_ORPHANED = 78
_GLANCE = 0.05  # seconds between two looks at the memory, where the system does not limit it
_STATUS = Path("/proc/self/statm")


def limit_memory(megabytes: int) -> None:
    """Let this process take so much memory beyond what it has: what asks for more gets a MemoryError, or dies.

    Linux keeps to that by itself; elsewhere somebody has to look.
    """
    try:
        import resource

        pages = int(_STATUS.read_text(encoding="ascii").split()[5])
        limit = pages * resource.getpagesize() + megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (limit, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    except (ImportError, OSError, ValueError):
        most = memory_used() + megabytes * MEGABYTE
        _beside(lambda: _watch(most))


def memory_used() -> int:
    """Bytes that this process has in memory, or where the system does not tell that, has had at most; 0 where it tells
    neither. On Linux the most is no answer: it begins with what the process had that this one was started from.
    """
    try:
        import resource

        return int(_STATUS.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    except ImportError:
        return _windows_memory()
    except (OSError, ValueError):
        pass
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def die_with_parent() -> None:
    """End this process, whatever it is at, when the one that started it has ended, however that was."""
    _beside(_follow)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl+C waits meanwhile, and never reaches a process that is started in this time: the parent sees to it."""
    import signal

    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _beside(watch: Callable[[], None]) -> None:
    from threading import Thread

    Thread(target=watch, daemon=True).start()


def _follow() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(_ORPHANED)


def _watch(most: int) -> None:
    import time

    while memory_used() <= most:
        time.sleep(_GLANCE)
    os._exit(OUT_OF_MEMORY)


def _windows_memory() -> int:
    if sys.platform != "win32":
        return 0
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.windll.kernel32
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    # PROCESS_MEMORY_COUNTERS: two numbers of 32 bits, then eight sizes, of which the first is the peak
    size = ctypes.sizeof(ctypes.c_size_t)
    counters = (ctypes.c_char * (8 + 8 * size))()
    counters[:4] = len(counters).to_bytes(4, "little")
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), len(counters))
    return int.from_bytes(counters[8 : 8 + size], "little")
