package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.HStoreConverter;

/**
 * {@code hstore}: texts, or NULLs, by text. Read in the order of keys, as PostgreSQL
 * keeps none.
 */
public final class HstoreCodec implements Codec {

	private static final String NAME = "hstore";

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		NamedTypeCodec.bind(statement, index, NAME, write(value));
	}

	@Override
	public Object convert(Object value) {
		if (value instanceof CharSequence text) {
			return parse(text.toString());
		}
		if (!(value instanceof Map<?, ?> entries)) {
			throw Refusals.notA(value, NAME);
		}
		Map<String, @Nullable String> texts = new LinkedHashMap<>();
		entries.forEach((key, entry) -> {
			if (key == null) {
				throw Refusals.notA(value, NAME + " without a null key");
			}
			texts.put(Refusals.storable(key.toString()), (entry != null) ? Refusals.storable(entry.toString()) : null);
		});
		return texts;
	}

	@Override
	public String write(Object value) {
		return HStoreConverter.toString((Map<?, ?>) value);
	}

	@Override
	public Object parse(String text) {
		try {
			return new TreeMap<String, @Nullable String>(HStoreConverter.fromString(text));
		}
		catch (RuntimeException ex) {
			throw Refusals.notA(text, NAME, ex);
		}
	}

}
