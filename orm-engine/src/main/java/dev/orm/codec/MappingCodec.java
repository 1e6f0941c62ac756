package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;

import dev.orm.error.OrmException;
import org.jspecify.annotations.Nullable;

/**
 * A Java class that travels as the value of another type. Immutable, as its functions
 * are.
 *
 * @param <J> the class callers see
 * @param <S> the class that travels
 */
public final class MappingCodec<J, S> implements Codec, TextCodecs.OwnName {

	private final Class<J> javaType;

	private final Codec base;

	private final Function<? super J, ? extends S> write;

	private final Function<? super S, ? extends J> read;

	/**
	 * Create a codec.
	 * @param javaType the class callers see
	 * @param base how the values travel
	 * @param write makes the value that travels
	 * @param read makes the value callers see; what it throws is a refusal
	 */
	public MappingCodec(Class<J> javaType, Codec base, Function<? super J, ? extends S> write,
			Function<? super S, ? extends J> read) {
		this.javaType = javaType;
		this.base = base;
		this.write = write;
		this.read = read;
	}

	/**
	 * Return what stands for the class of an attribute that is not known yet.
	 * @param <J> the class
	 * @return the class all values are of
	 */
	@SuppressWarnings("unchecked")
	public static <J> Class<J> anyClass() {
		return (Class<J>) Object.class;
	}

	/**
	 * Return whether the class of the attribute is not known yet.
	 * @return true if any value may be one
	 */
	public boolean isOfAnyClass() {
		return this.javaType == anyClass();
	}

	/**
	 * Return the codec for an attribute of a class.
	 * @param attribute the class
	 * @return a copy
	 */
	@SuppressWarnings("unchecked")
	public MappingCodec<J, S> seenAs(Class<?> attribute) {
		return new MappingCodec<>((Class<J>) attribute, this.base, this.write, this.read);
	}

	@Override
	public String typeName() {
		return TextCodecs.OwnName.of(this.base);
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		Object value = this.base.read(row, column);
		return (value != null) ? toJava(value, value) : null;
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		this.base.bind(statement, index, toStored(value));
	}

	@Override
	public Object convert(Object value) {
		return this.javaType.isInstance(value) ? value : toJava(this.base.convert(value), value);
	}

	@Override
	public String write(Object value) {
		return this.base.write(toStored(value));
	}

	@Override
	public Object parse(String text) {
		return toJava(this.base.parse(text), text);
	}

	@Override
	public boolean readsUnknown() {
		return this.base.readsUnknown();
	}

	@Override
	public boolean isUnknown(Object value) {
		return readsUnknown() && this.base.isUnknown(written(value));
	}

	private Object toStored(Object value) {
		return this.base.convert(written(value));
	}

	private S written(Object value) {
		try {
			return this.write.apply(this.javaType.cast(value));
		}
		catch (OrmException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw Refusals.notWritten(value, this.javaType.getSimpleName(), ex);
		}
	}

	@SuppressWarnings("unchecked")
	private Object toJava(Object stored, Object given) {
		try {
			return this.read.apply((S) stored);
		}
		catch (RuntimeException ex) {
			throw Refusals.notA(given, this.javaType.getSimpleName(), ex);
		}
	}

}
