package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A codec above another, which does whatever this one does not do otherwise. Immutable.
 */
public abstract class OverlyingCodec implements Codec, TextCodecs.OwnName {

	private final Codec base;

	OverlyingCodec(Codec base) {
		this.base = base;
	}

	/**
	 * Return the codec below.
	 * @return the codec
	 */
	public final Codec base() {
		return this.base;
	}

	@Override
	public final String typeName() {
		return TextCodecs.OwnName.of(this.base);
	}

	@Override
	public Wire wire() {
		return this.base.wire();
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		return this.base.read(row, column);
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		this.base.bind(statement, index, value);
	}

	@Override
	public Object convert(Object value) {
		return this.base.convert(value);
	}

	@Override
	public Object stored(Object value) {
		return this.base.stored(value);
	}

	@Override
	public Object key(Object value) {
		return this.base.key(value);
	}

	@Override
	public boolean readsUnknown() {
		return this.base.readsUnknown();
	}

	@Override
	public boolean isUnknown(Object value) {
		return this.base.isUnknown(value);
	}

	@Override
	public String write(Object value) {
		return this.base.write(value);
	}

	@Override
	public String text(Object value) {
		return this.base.text(value);
	}

	@Override
	public Object parse(String text) {
		return this.base.parse(text);
	}

}
