"""What the library for zip files raises where one is damaged: Word files are opened for reading and for marking."""

import zipfile
import zlib

DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)
