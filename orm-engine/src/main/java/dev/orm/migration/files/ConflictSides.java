package dev.orm.migration.files;

import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalConflict;
import dev.orm.journal.JournalEntry;

/**
 * The sides of a conflict in the journal, by whose they are. Immutable.
 *
 * @param conflict what git left
 * @param headIsShared whether the side git calls HEAD is that of the shared branch
 */
public record ConflictSides(JournalConflict conflict, boolean headIsShared) {

	/**
	 * Tell the sides apart by what is on a branch.
	 * @param conflict what git left
	 * @param branch the branch
	 * @return the sides; empty if the branch has the migrations of both, or of neither
	 */
	public static Optional<ConflictSides> of(JournalConflict conflict, SharedBranch branch) {
		List<JournalEntry> there = branch.entries();
		boolean head = isThere(conflict.ofHead(), there);
		return (head == isThere(conflict.ofIncoming(), there)) ? Optional.empty()
				: Optional.of(new ConflictSides(conflict, head));
	}

	private static boolean isThere(List<JournalEntry> side, List<JournalEntry> there) {
		return !side.isEmpty() && there.containsAll(side);
	}

	/**
	 * Return the journal of the shared branch.
	 * @return the journal that one's own migrations come after
	 */
	public Journal base() {
		return this.headIsShared ? this.conflict.head() : this.conflict.incoming();
	}

	/**
	 * Return the migrations only the shared branch has.
	 * @return the entries, oldest first
	 */
	public List<JournalEntry> shared() {
		return this.headIsShared ? this.conflict.ofHead() : this.conflict.ofIncoming();
	}

	/**
	 * Return the migrations only one's own branch has.
	 * @return the entries, oldest first
	 */
	public List<JournalEntry> own() {
		return this.headIsShared ? this.conflict.ofIncoming() : this.conflict.ofHead();
	}

	/**
	 * Return what git calls the shared side.
	 * @return the option of {@code git checkout} that takes it
	 */
	public String checkout() {
		return this.headIsShared ? "--ours" : "--theirs";
	}

}
