package dev.orm.type;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Reads and quotes the text of ranges. Not thread-safe. */
final class RangeText {

	private static final String SPECIAL = "()[],\\\" ";

	private final String text;

	private int position = 1;

	RangeText(String text) {
		this.text = text.strip();
	}

	static void quote(String bound, StringBuilder out) {
		boolean plain = !bound.isEmpty() && bound.chars().noneMatch((character) -> SPECIAL.indexOf(character) >= 0);
		if (plain) {
			out.append(bound);
			return;
		}
		out.append('"').append(bound.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
	}

	<T> Range<T> parse(Function<String, T> bound) {
		if (this.text.equals("empty")) {
			return Range.ofNothing();
		}
		if (!isRange()) {
			throw new IllegalArgumentException("'" + this.text + "' is not a range such as [1,5) or empty");
		}
		String lower = bound(',');
		this.position++;
		String upper = bound(this.text.charAt(this.text.length() - 1));
		return new Range<>((lower != null) ? bound.apply(lower) : null, (upper != null) ? bound.apply(upper) : null,
				this.text.charAt(0) == '[', this.text.endsWith("]"), false);
	}

	private boolean isRange() {
		int last = this.text.length() - 1;
		return last > 1 && "[(".indexOf(this.text.charAt(0)) >= 0 && "])".indexOf(this.text.charAt(last)) >= 0
				&& this.text.indexOf(',') > 0;
	}

	private @Nullable String bound(char end) {
		StringBuilder value = new StringBuilder();
		boolean quoted = false;
		boolean present = false;
		while (this.position < this.text.length()) {
			char next = this.text.charAt(this.position);
			if (!quoted && next == end) {
				break;
			}
			present = true;
			if (next == '"') {
				quoted = !quoted;
			}
			else {
				boolean escaped = next == '\\' && this.position < this.text.length() - 1;
				value.append(escaped ? this.text.charAt(++this.position) : next);
			}
			this.position++;
		}
		return present ? value.toString() : null;
	}

}
