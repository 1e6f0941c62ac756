package dev.orm.copy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

import dev.orm.meta.FieldModel;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the text {@code COPY} reads, made as it is read: a line for each row, values
 * between tabs. Used once, by one thread.
 */
final class CopyRows extends InputStream {

	private static final int ENOUGH = 1 << 14;

	private final List<FieldModel> fields;

	private final Iterator<? extends List<? extends @Nullable Object>> rows;

	private byte[] made = {};

	private int taken;

	CopyRows(List<FieldModel> fields, Iterator<? extends List<? extends @Nullable Object>> rows) {
		this.fields = fields;
		this.rows = rows;
	}

	@Override
	public int read() {
		return isThere() ? this.made[this.taken++] & 0xff : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		if (!isThere()) {
			return -1;
		}
		int count = Math.min(length, this.made.length - this.taken);
		System.arraycopy(this.made, this.taken, bytes, offset, count);
		this.taken += count;
		return count;
	}

	private boolean isThere() {
		if (this.taken == this.made.length && this.rows.hasNext()) {
			StringBuilder lines = new StringBuilder(ENOUGH + ENOUGH / 4);
			while (lines.length() < ENOUGH && this.rows.hasNext()) {
				line(this.rows.next(), lines);
			}
			this.made = lines.toString().getBytes(StandardCharsets.UTF_8);
			this.taken = 0;
		}
		return this.taken < this.made.length;
	}

	private void line(List<? extends @Nullable Object> row, StringBuilder lines) {
		for (int i = 0; i < row.size(); i++) {
			FieldModel field = this.fields.get(i);
			Object value = field.convert(row.get(i));
			lines.append((i > 0) ? "\t" : "");
			if (value != null) {
				escape(field.type().codec().write(value), lines);
			}
			else {
				lines.append("\\N");
			}
		}
		lines.append('\n');
	}

	private static void escape(String text, StringBuilder lines) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			switch (character) {
				case '\\' -> lines.append("\\\\");
				case '\t' -> lines.append("\\t");
				case '\n' -> lines.append("\\n");
				case '\r' -> lines.append("\\r");
				default -> lines.append(character);
			}
		}
	}

}
