"""The folder format of snapshots. Independent of MiniStack, the network and the process.

    snapshots/
      0000000012/            complete; the highest valid number is in use
        manifest.json        size and SHA-256 of each file in `services` and `blobs`, size of each object
        services/NAME.json   the state of one service
        blobs/SHA.zip        code of functions
        objects/...          S3 objects: hard links to files of the running emulator, which replaces files and never edits
      0000000011/            the previous snapshot
      .partial-0000000013/   being written; never read

A snapshot is written into a `.partial` folder, flushed to the disk, read back and compared, and then renamed. So a numbered
folder is always complete, even if the process was killed. Unchanged files are hard links to the previous snapshot.
"""

import errno
import hashlib
import json
import os
import shutil
from dataclasses import dataclass

FORMAT = 1
KEPT = 2
PARTIAL = ".partial-"
MANIFEST = "manifest.json"


class Unreadable(Exception):
    """A snapshot that does not match its manifest."""


class NoSnapshot(Exception):
    """There are snapshots, but none of them can be read."""


@dataclass(frozen=True)
class Snapshot:
    folder: str
    number: int
    taken_at: str
    # Whether it was taken by an orderly stop, after which nothing changed.
    orderly: bool
    files: dict
    objects: dict

    def path(self, *parts: str) -> str:
        return os.path.join(self.folder, *parts)

    def describe(self) -> dict:
        return {"number": self.number, "takenAt": self.taken_at, "orderly": self.orderly}


def numbers(root: str) -> list[int]:
    """The numbers of the complete snapshots, newest first."""
    try:
        names = os.listdir(root)
    except FileNotFoundError:
        return []
    return sorted((int(name) for name in names if name.isdigit()), reverse=True)


def folder_of(root: str, number: int) -> str:
    return os.path.join(root, f"{number:010}")


def read(root: str, number: int) -> Snapshot:
    """Reads a manifest, without checking the files."""
    folder = folder_of(root, number)
    try:
        with open(os.path.join(folder, MANIFEST), "rb") as file:
            manifest = json.load(file)
        if manifest["format"] != FORMAT:
            raise Unreadable(f"its format is {manifest['format']}, this version reads {FORMAT}")
        return Snapshot(folder, number, manifest["takenAt"], manifest["orderly"], manifest["files"], manifest["objects"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unreadable(f"its manifest cannot be read: {error}") from error


def verify(snapshot: Snapshot):
    """Compares all files with the manifest."""
    for name, expected in snapshot.files.items():
        try:
            size, digest = measure(snapshot.path(name))
        except OSError as error:
            raise Unreadable(f"`{name}` cannot be read: {error}") from error
        if size != expected["size"] or digest != expected["sha256"]:
            raise Unreadable(f"`{name}` differs from the manifest")
    for name, size in snapshot.objects.items():
        try:
            found = os.stat(snapshot.path("objects", name)).st_size
        except OSError as error:
            raise Unreadable(f"object file `{name}` cannot be read: {error}") from error
        if found != size:
            raise Unreadable(f"object file `{name}` has {found} bytes instead of {size}")


def newest(root: str) -> tuple[Snapshot | None, list[str]]:
    """The newest valid snapshot, and the problems of newer ones."""
    problems = []
    found = numbers(root)
    for number in found:
        try:
            snapshot = read(root, number)
            verify(snapshot)
        except Unreadable as error:
            problems.append(f"snapshot {number}: {error}")
        else:
            return snapshot, problems
    if found:
        raise NoSnapshot("; ".join(problems))
    return None, problems


def restore(snapshot: Snapshot, state: str, objects: str):
    """Restores the emulator's working folders. The snapshot itself does not change."""
    for folder in (state, objects):
        shutil.rmtree(folder, ignore_errors=False, onerror=_missing_is_fine)
        os.makedirs(folder)
    for name in snapshot.files:
        kind, _, file = name.partition("/")
        target = os.path.join(state, file) if kind == "services" else os.path.join(state, "lambda-blobs", file)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        # MiniStack replaces these files and never edits them, so the snapshot does not change.
        link(snapshot.path(name), target)
    for name in snapshot.objects:
        target = os.path.join(objects, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        link(snapshot.path("objects", name), target)


class Writer:
    """Writes a snapshot, which readers do not see until `commit`."""

    def __init__(self, root: str):
        self.root = root
        os.makedirs(root, exist_ok=True)
        discard_partial(root)
        found = numbers(root)
        self.number = found[0] + 1 if found else 1
        self.folder = os.path.join(root, f"{PARTIAL}{self.number:010}")
        os.makedirs(os.path.join(self.folder, "services"))
        os.makedirs(os.path.join(self.folder, "blobs"))
        os.makedirs(os.path.join(self.folder, "objects"))
        try:
            self.previous = read(root, found[0]) if found else None
        except Unreadable:
            self.previous = None
        self.files: dict = {}
        self.objects: dict = {}
        self.unchanged = True

    def link_objects(self, source: str):
        """Links all S3 files. This must happen at the instant of the saved state, so it does nothing else."""
        for folder, _, names in os.walk(source):
            if not names:
                continue
            relative = os.path.relpath(folder, source)
            target = os.path.normpath(os.path.join(self.folder, "objects", relative))
            os.makedirs(target, exist_ok=True)
            for name in names:
                try:
                    link(os.path.join(folder, name), os.path.join(target, name))
                except FileNotFoundError:
                    # A temporary file that was just renamed; its new name is listed here or in the next snapshot.
                    continue
                key = os.path.normpath(os.path.join(relative, name))
                self.objects[key] = os.stat(os.path.join(target, name)).st_size

    def add_service(self, name: str, content: bytes):
        self._add(f"services/{name}.json", content)

    def keep_service(self, name: str):
        """Copies a service from the previous snapshot: it was not loaded in this run, so it did not change."""
        file = f"services/{name}.json"
        if self.previous is not None and file in self.previous.files:
            link(self.previous.path(file), self._path(file))
            self.files[file] = self.previous.files[file]

    def add_blob(self, name: str, path: str):
        """Adds a file whose name is the hash of its content."""
        file = f"blobs/{name}"
        if self.previous is not None and file in self.previous.files:
            link(self.previous.path(file), self._path(file))
            self.files[file] = self.previous.files[file]
            return
        with open(path, "rb") as source:
            self._add(file, source.read())

    def _add(self, file: str, content: bytes):
        entry = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        self.files[file] = entry
        if self.previous is not None and self.previous.files.get(file) == entry:
            link(self.previous.path(file), self._path(file))
            return
        self.unchanged = False
        write_file(self._path(file), content)

    def differs(self) -> bool:
        """Whether anything differs from the previous snapshot."""
        if self.previous is None or not self.unchanged:
            return True
        if self.files.keys() != self.previous.files.keys() or self.objects.keys() != self.previous.objects.keys():
            return True
        return any(not self._same_object(name) for name in self.objects)

    def _same_object(self, name: str) -> bool:
        if self.previous is None or name not in self.previous.objects:
            return False
        try:
            return os.path.samefile(self._path("objects", name), self.previous.path("objects", name))
        except OSError:
            return False

    def commit(self, taken_at: str, orderly: bool) -> Snapshot:
        """Flushes everything to the disk, reads it back, and makes it the newest snapshot."""
        for name in self.objects:
            if not self._same_object(name):
                flush(self._path("objects", name))
        manifest = {"format": FORMAT, "takenAt": taken_at, "orderly": orderly, "files": self.files,
                    "objects": self.objects}
        write_file(self._path(MANIFEST), json.dumps(manifest).encode())
        for folder, _, _ in os.walk(self.folder):
            flush(folder)
        verify(Snapshot(self.folder, self.number, taken_at, orderly, self.files, self.objects))
        final = folder_of(self.root, self.number)
        os.rename(self.folder, final)
        flush(self.root)
        for number in numbers(self.root)[KEPT:]:
            shutil.rmtree(folder_of(self.root, number), ignore_errors=True)
        return Snapshot(final, self.number, taken_at, orderly, self.files, self.objects)

    def discard(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, *parts: str) -> str:
        return os.path.join(self.folder, *parts)


def discard_partial(root: str):
    for name in os.listdir(root):
        if name.startswith(PARTIAL):
            shutil.rmtree(os.path.join(root, name), ignore_errors=True)


def write_file(path: str, content: bytes):
    try:
        with open(path, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        # The error of a failed write does not contain the path.
        raise OSError(error.errno, error.strerror, path) from error


def flush(path: str):
    """Flushes a file or a folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def measure(path: str) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()


def link(source: str, target: str):
    """Creates a hard link, or a copy if the file system does not support links."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV):
            raise
        shutil.copyfile(source, target)


def _missing_is_fine(_function, _path, info):
    if not issubclass(info[0], FileNotFoundError):
        raise info[1]
