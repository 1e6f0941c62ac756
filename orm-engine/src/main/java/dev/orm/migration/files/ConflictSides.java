package dev.orm.migration.files;

import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalConflict;
import dev.orm.journal.JournalEntry;

/**
 * The sides of a conflict in the journal, by whose they are. Immutable.
 *
 * @param base the journal of the shared branch, that one's own migrations come after
 * @param shared the migrations only the shared branch has, oldest first
 * @param own the migrations only one's own branch has, oldest first
 * @param wayOut what takes one's own migrations out of the journal, with its file behind
 * it
 */
public record ConflictSides(Journal base, List<JournalEntry> shared, List<JournalEntry> own, String wayOut) {

	/**
	 * Tell the sides apart by what git was doing.
	 * @param conflict what git left
	 * @param headIsShared whether the side git calls HEAD is that of the shared branch
	 * @return the sides
	 */
	public static ConflictSides of(JournalConflict conflict, boolean headIsShared) {
		return headIsShared
				? new ConflictSides(conflict.head(), conflict.ofHead(), conflict.ofIncoming(), "git checkout --ours --")
				: new ConflictSides(conflict.incoming(), conflict.ofIncoming(), conflict.ofHead(),
						"git checkout --theirs --");
	}

	/**
	 * Tell the sides apart by what is on a branch.
	 * @param conflict what git left
	 * @param branch the branch
	 * @return the sides; empty if the branch has the migrations of both, or of neither
	 */
	public static Optional<ConflictSides> of(JournalConflict conflict, SharedBranch branch) {
		List<JournalEntry> there = branch.entries();
		boolean head = isThere(conflict.ofHead(), there);
		return (head == isThere(conflict.ofIncoming(), there)) ? Optional.empty() : Optional.of(of(conflict, head));
	}

	private static boolean isThere(List<JournalEntry> side, List<JournalEntry> there) {
		return !side.isEmpty() && there.containsAll(side);
	}

	/**
	 * Tell the sides apart where somebody kept both, one after the other.
	 * @param journal the journal
	 * @param own the entries of one's own branch, oldest first; not empty
	 * @return the sides
	 */
	public static ConflictSides kept(Journal journal, List<JournalEntry> own) {
		List<JournalEntry> others = journal.entries().stream().filter((entry) -> !own.contains(entry)).toList();
		List<JournalEntry> shared = others.stream()
			.filter((entry) -> entry.version() != null && entry.number().compareTo(own.get(0).number()) >= 0)
			.toList();
		return new ConflictSides(journal.with(others), shared, own, "take yours out of");
	}

}
