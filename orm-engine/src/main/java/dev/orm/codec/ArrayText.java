package dev.orm.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an array: braces nest, elements may be quoted, and an unquoted NULL
 * is null. Not thread-safe.
 */
public final class ArrayText {

	private final String text;

	private final Codec element;

	private int position;

	/**
	 * Begin to read a text.
	 * @param text the database's text of an array
	 * @param element the codec of its leaves
	 */
	public ArrayText(String text, Codec element) {
		this.text = text;
		this.element = element;
		// bounds other than from 1 come first: [0:1]={1,2}
		this.position = Math.max(text.indexOf('{'), 0);
	}

	/**
	 * Write an element in quotes, which any text may stand in.
	 * @param value the text of the element
	 * @param out where it is written
	 */
	public static void quote(String value, StringBuilder out) {
		out.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
	}

	/**
	 * Read the array.
	 * @return its elements, of several dimensions lists of lists; unmodifiable
	 * @throws dev.orm.error.ValueConversionException if the codec refuses an element
	 */
	public List<@Nullable Object> parse() {
		List<@Nullable Object> values = new ArrayList<>();
		this.position++;
		while (this.text.charAt(this.position) != '}') {
			if (this.text.charAt(this.position) == ',') {
				this.position++;
			}
			values.add((this.text.charAt(this.position) == '{') ? parse() : element());
		}
		this.position++;
		return Collections.unmodifiableList(values);
	}

	private @Nullable Object element() {
		if (this.text.charAt(this.position) == '"') {
			return this.element.parse(quoted());
		}
		int start = this.position;
		while (this.text.charAt(this.position) != ',' && this.text.charAt(this.position) != '}') {
			this.position++;
		}
		String value = this.text.substring(start, this.position);
		return value.equals("NULL") ? null : this.element.parse(value);
	}

	private String quoted() {
		StringBuilder value = new StringBuilder();
		this.position++;
		while (this.text.charAt(this.position) != '"') {
			if (this.text.charAt(this.position) == '\\') {
				this.position++;
			}
			value.append(this.text.charAt(this.position++));
		}
		this.position++;
		return value.toString();
	}

}
