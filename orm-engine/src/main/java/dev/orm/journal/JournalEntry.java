package dev.orm.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What one migration does to the schema. Immutable.
 *
 * @param kind what kind of migration
 * @param version its version; null for a step that waits for its release
 * @param name its name, such as {@code product_title}
 * @param elidable whether a squash may leave it out
 * @param notes lines of comment before it
 * @param changes the changes, in order; none if it changes rows only
 * @param adopted which of the objects it adds stay as a database had them
 */
public record JournalEntry(Kind kind, @Nullable Version version, String name, boolean elidable, List<String> notes,
		List<Change> changes, Set<ObjectId> adopted) {

	/** What stands after the line of an object that stays as a database had it. */
	static final String ADOPTED = "  adopted";

	/** How the note of a history begins that was there before its journal. */
	public static final String ADOPTED_NOTE = "# adopted";

	public JournalEntry {
		adopted = Set.copyOf(adopted);
		notes = List.copyOf(notes);
		changes = merged(changes);
	}

	/**
	 * Return a migration.
	 * @param version its version
	 * @param name its name
	 * @param changes the changes
	 * @return the entry
	 */
	public static JournalEntry migration(Version version, String name, List<Change> changes) {
		return new JournalEntry(Kind.MIGRATION, version, name, false, List.of(), changes, Set.of());
	}

	/**
	 * Return a step that waits for its release.
	 * @param name its name
	 * @param changes the changes
	 * @return the entry
	 */
	public static JournalEntry later(String name, List<Change> changes) {
		return new JournalEntry(Kind.LATER, null, name, false, List.of(), changes, Set.of());
	}

	/**
	 * Return a copy under another version.
	 * @param other the version
	 * @return a copy
	 */
	public JournalEntry at(Version other) {
		return new JournalEntry(this.kind, other, this.name, this.elidable, this.notes, this.changes, this.adopted);
	}

	/**
	 * Return a copy with other changes.
	 * @param other the changes
	 * @return a copy
	 */
	public JournalEntry with(List<Change> other) {
		return new JournalEntry(this.kind, this.version, this.name, this.elidable, this.notes, other, this.adopted);
	}

	/**
	 * Return a copy that adopts some of what it adds.
	 * @param objects the objects
	 * @return a copy
	 */
	public JournalEntry adopting(Adopted objects) {
		return new JournalEntry(this.kind, this.version, this.name, this.elidable, this.notes, this.changes,
				objects.ids());
	}

	/** What is left of what was adopted before, and what it adopts itself. */
	Adopted after(Adopted before) {
		Adopted now = before;
		for (Change change : this.changes) {
			boolean marked = change instanceof Change.Add && this.adopted.contains(change.id());
			now = marked ? now.with(change.id()) : now.after(change);
		}
		return now;
	}

	/**
	 * Return the version.
	 * @return the version
	 * @throws IllegalStateException if the step waits for its release
	 */
	public Version number() {
		if (this.version == null) {
			throw new IllegalStateException(this.name + " has no version yet");
		}
		return this.version;
	}

	/**
	 * Return whether a database had what it makes before there was a journal.
	 * @return true if a note or one of its facts says so
	 */
	public boolean isAdopted() {
		return !this.adopted.isEmpty() || this.notes.stream().anyMatch((note) -> note.startsWith(ADOPTED_NOTE));
	}

	/**
	 * Return the name of the file that runs it, without its ending.
	 * @return as in {@code V0002__product_title}; the name alone for a waiting step
	 */
	public String title() {
		return (this.version == null) ? this.name : this.kind.prefix + this.version + "__" + this.name;
	}

	/** A removal right before an addition of the same object is a replacement. */
	private static List<Change> merged(List<Change> changes) {
		List<Change> merged = new ArrayList<>(changes.size());
		for (Change change : changes) {
			Change last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (change instanceof Change.Add added && last instanceof Change.Remove removed
					&& removed.id().equals(added.id())) {
				merged.set(merged.size() - 1, new Change.Replace(removed.object(), added.object()));
			}
			else {
				merged.add(change);
			}
		}
		return List.copyOf(merged);
	}

	String print() {
		StringBuilder text = new StringBuilder();
		this.notes.forEach((note) -> text.append(note).append('\n'));
		text.append((this.kind == Kind.LATER) ? "later " : "").append(title());
		text.append(this.elidable ? "  elidable" : "").append('\n');
		for (Change change : this.changes) {
			boolean marked = change instanceof Change.Add && this.adopted.contains(change.id());
			text.append(change.describe()).append(marked ? ADOPTED : "").append('\n');
		}
		return text.toString();
	}

	@Override
	public String toString() {
		return title();
	}

	/** The kinds of entries. */
	public enum Kind {

		/** A migration. */
		MIGRATION("V"),
		/** The whole schema, for empty databases. */
		BASELINE("B"),
		/** A step that waits for its release. */
		LATER("");

		private final String prefix;

		Kind(String prefix) {
			this.prefix = prefix;
		}

	}

}
