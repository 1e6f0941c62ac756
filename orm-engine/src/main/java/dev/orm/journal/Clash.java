package dev.orm.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.journal.JournalEntry.Kind;
import dev.orm.schema.Change;
import dev.orm.schema.FactException;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Replay;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of two branches that exclude each other. Immutable.
 *
 * @param yours the migration that would come after those of the other branch
 * @param yourChange what it changes
 * @param theirs the migration of the other branch
 * @param theirChange what that one changed
 * @param reason what does not fit
 */
public record Clash(JournalEntry yours, Change yourChange, JournalEntry theirs, Change theirChange, String reason) {

	/**
	 * Find out why a migration cannot come after those of another branch.
	 * @param base the journal it would be appended to
	 * @param shared the migrations of that journal which the other branch added
	 * @param yours the migration
	 * @return the two changes; empty if it fits, or nothing of the other branch is the
	 * cause
	 */
	public static Optional<Clash> find(Journal base, List<JournalEntry> shared, JournalEntry yours) {
		List<JournalEntry> all = new ArrayList<>(base.entries());
		all.add(all.size() - ((yours.kind() == Kind.LATER) ? 0 : base.waiting().size()), yours);
		Replay replay = new Replay();
		for (JournalEntry entry : all) {
			Misfit misfit = Misfit.find(entry, replay);
			if (misfit != null) {
				return entry.equals(yours) ? misfit.caused(shared) : misfit.noticed(yours);
			}
		}
		return Optional.empty();
	}

	/**
	 * Return what happened, in a sentence.
	 * @return as in {@code yours changes column t.a, which V0002__x dropped}
	 */
	public String describe() {
		String own = "yours %s %s%s".formatted(Deed.of(this.yourChange).present, this.yourChange.id(),
				newName(this.yourChange));
		boolean waits = this.theirs.kind() == Kind.LATER;
		String other = (waits ? "%s, which waits, %s" : "%s %s").formatted(this.theirs,
				waits ? Deed.of(this.theirChange).present : Deed.of(this.theirChange).past);
		return this.yourChange.id().equals(this.theirChange.id())
				? "%s, which %s%s".formatted(own, other, newName(this.theirChange)) : "%s; %s %s%s: %s".formatted(own,
						other, this.theirChange.id(), newName(this.theirChange), this.reason);
	}

	private static String newName(Change change) {
		return (change instanceof Change.Rename rename) ? " to " + rename.id().named(rename.to()).path() : "";
	}

	/**
	 * What does not fit those before it.
	 *
	 * @param entry the migration
	 * @param change the change; null if all of them together leave something that does
	 * not hold
	 * @param cause what is said of it
	 */
	private record Misfit(JournalEntry entry, @Nullable Change change, FactException cause) {

		static @Nullable Misfit find(JournalEntry entry, Replay replay) {
			boolean baseline = entry.kind() == Kind.BASELINE;
			Change now = null;
			try {
				replay.begin(baseline);
				for (Change change : entry.changes()) {
					now = change;
					replay.apply(change);
				}
				now = null;
				replay.end(baseline);
				return null;
			}
			catch (FactException ex) {
				return new Misfit(entry, now, ex);
			}
		}

		/** The clash if the migration is one's own. */
		Optional<Clash> caused(List<JournalEntry> shared) {
			for (int i = shared.size() - 1; i >= 0; i--) {
				JournalEntry theirs = shared.get(i);
				Optional<Clash> clash = touching(theirs)
					.flatMap((theirChange) -> ownChange().map((own) -> new Clash(this.entry, own, theirs, theirChange,
							String.valueOf(this.cause.getMessage()))));
				if (clash.isPresent()) {
					return clash;
				}
			}
			return Optional.empty();
		}

		/** The clash if the migration waits on the other branch. */
		Optional<Clash> noticed(JournalEntry yours) {
			return touching(yours).flatMap((own) -> ownChange().map((theirChange) -> new Clash(yours, own, this.entry,
					theirChange, String.valueOf(this.cause.getMessage()))));
		}

		private Optional<Change> ownChange() {
			return Optional.ofNullable(this.change).or(() -> touching(this.entry));
		}

		/** The last change of a migration to what does not fit. */
		private Optional<Change> touching(JournalEntry other) {
			return other.changes()
				.stream()
				.filter((change) -> this.cause.objects().stream().anyMatch((id) -> touches(change, id)))
				.reduce((first, second) -> second);
		}

		private static boolean touches(Change change, ObjectId id) {
			if (change instanceof Change.Rename rename
					&& (!rename.applyTo(id).equals(id) || rename.id().named(rename.to()).equals(id))) {
				return true;
			}
			return change.id().equals(id);
		}

	}

	/** What is done to an object. */
	private enum Deed {

		ADD("adds", "added"), DROP("drops", "dropped"), RENAME("renames", "renamed"), CHANGE("changes", "changed");

		private final String present;

		private final String past;

		Deed(String present, String past) {
			this.present = present;
			this.past = past;
		}

		private static Deed of(Change change) {
			if (change instanceof Change.Add) {
				return ADD;
			}
			if (change instanceof Change.Remove) {
				return DROP;
			}
			return (change instanceof Change.Rename) ? RENAME : CHANGE;
		}

	}

}
