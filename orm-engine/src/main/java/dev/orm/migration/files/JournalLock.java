package dev.orm.migration.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.orm.journal.JournalException;

/**
 * Lets one process write migrations at a time; what holds it is gone with the process.
 * Used by one thread.
 */
final class JournalLock implements AutoCloseable {

	private final FileChannel channel;

	private final Path file;

	private JournalLock(FileChannel channel, Path file) {
		this.channel = channel;
		this.file = file;
	}

	/** Wait for the lock of a journal, which need not be there yet. */
	static JournalLock of(Path journal) {
		Path file = journal.resolveSibling(journal.getFileName() + ".lock");
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE);
			channel.lock();
			return new JournalLock(channel, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

	/** Say that somebody else wrote the journal before the lock was had. */
	JournalException late(String journal) {
		return new JournalException(journal, 1,
				"it was changed by another process meanwhile. hint: nothing is written, run again", null);
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot close " + this.file, ex);
		}
	}

}
