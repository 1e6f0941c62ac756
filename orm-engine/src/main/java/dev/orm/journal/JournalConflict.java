package dev.orm.journal;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A journal in which git left a conflict, taken apart into the journals of both sides.
 * Immutable.
 *
 * @param head the side git calls HEAD: the branch that is rebased onto, or merged into
 * @param incoming the other side
 */
public record JournalConflict(Journal head, Journal incoming) {

	/**
	 * Return whether git left a conflict in a text.
	 * @param text the text
	 * @return true if there are its marks
	 */
	public static boolean isIn(String text) {
		return text.lines().anyMatch((line) -> line.startsWith("<<<<<<< "));
	}

	/**
	 * Return whether the conflict is one of what was stashed, so that the incoming side
	 * is one's own.
	 * @param text the text
	 * @return true if git says so
	 */
	public static boolean isOfStash(String text) {
		return text.lines().anyMatch((line) -> line.startsWith(">>>>>>> Stashed changes"));
	}

	/**
	 * Take a journal apart.
	 * @param file its path, for messages
	 * @param text the text with the marks of git
	 * @return both sides
	 * @throws JournalException if a side does not replay by itself
	 */
	public static JournalConflict parse(String file, String text) {
		return new JournalConflict(Journal.parse(file + " (HEAD)", side(text, Side.HEAD)),
				Journal.parse(file + " (incoming)", side(text, Side.INCOMING)));
	}

	private static String side(String text, Side wanted) {
		StringBuilder side = new StringBuilder();
		Side now = Side.BOTH;
		for (String line : text.lines().toList()) {
			Side next = Side.after(line);
			if (next != null) {
				now = next;
			}
			else if (now == Side.BOTH || now == wanted) {
				side.append(line).append('\n');
			}
		}
		return side.toString();
	}

	/**
	 * Return the migrations only the head has.
	 * @return the entries after those both have
	 */
	public List<JournalEntry> ofHead() {
		return after(this.head);
	}

	/**
	 * Return the migrations only the other side has.
	 * @return the entries after those both have
	 */
	public List<JournalEntry> ofIncoming() {
		return after(this.incoming);
	}

	private List<JournalEntry> after(Journal journal) {
		List<JournalEntry> rest = new ArrayList<>(journal.entries());
		rest.removeAll(common());
		return rest;
	}

	/**
	 * Return the migrations both sides have.
	 * @return the entries
	 */
	public List<JournalEntry> common() {
		return this.head.entries().stream().filter(this.incoming.entries()::contains).toList();
	}

	private enum Side {

		BOTH, HEAD, BASE, INCOMING;

		private static @Nullable Side after(String mark) {
			if (mark.startsWith("<<<<<<< ")) {
				return HEAD;
			}
			if (mark.startsWith("||||||| ")) {
				return BASE;
			}
			if (mark.equals("=======")) {
				return INCOMING;
			}
			return mark.startsWith(">>>>>>> ") ? BOTH : null;
		}

	}

}
