package dev.orm.boot.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import dev.orm.signal.PostDelete;
import dev.orm.signal.PostSave;
import dev.orm.signal.PreSave;
import dev.orm.transaction.Atomic;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the files of avatars in step with the rows. */
// tag::files[]
class AvatarFiles {

	private final Path root;

	private final Atomic atomic;

	AvatarFiles(Path root, Atomic atomic) {
		this.root = root;
		this.atomic = atomic;
	}

	/** Store a picture under a name that nothing else has, before the row is saved. */
	String store(byte[] picture) {
		String path = "avatars/" + UUID.randomUUID();
		try {
			Files.createDirectories(this.root.resolve("avatars"));
			Files.write(this.root.resolve(path), picture);
			return path;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@EventListener
	void replaced(PreSave<Member> event) {
		String now = event.instance().getAvatar();
		event.stored()
			.map(Member::getAvatar)
			.filter((before) -> !before.equals(now))
			.ifPresent((before) -> this.atomic.onCommit(() -> remove(before)));
	}

	@TransactionalEventListener
	void deleted(PostDelete<Member> event) {
		remove(event.instance().getAvatar());
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
	void undone(PostSave<Member> event) {
		if (event.created()) {
			remove(event.instance().getAvatar());
		}
	}

	private void remove(@Nullable String path) {
		try {
			if (path != null) {
				Files.deleteIfExists(this.root.resolve(path));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
// end::files[]
