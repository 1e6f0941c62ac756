package dev.orm.codec;

import java.lang.reflect.Field;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.annotation.UnknownChoice;
import dev.orm.choice.StoredNumber;
import dev.orm.choice.StoredText;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An enum, stored by {@link StoredText#value()} or {@link StoredNumber#value()} where it
 * has one, else by the names of its constants. A stored value it does not know is
 * refused, or becomes the constant marked {@code @UnknownChoice}, which is never written.
 */
public final class EnumCodec implements Codec, TextCodecs.OwnName {

	private final Class<?> type;

	/** How what is stored travels. */
	private final Codec base;

	private final Map<String, Enum<?>> byStored = new LinkedHashMap<>();

	private final Map<String, Enum<?>> byName = new LinkedHashMap<>();

	private final @Nullable Enum<?> unknown;

	/**
	 * Create a codec.
	 * @param type the enum
	 * @param base how what is stored travels
	 */
	public EnumCodec(Class<? extends Enum<?>> type, Codec base) {
		this.type = type;
		this.base = base;
		this.unknown = unknown(type);
		for (Enum<?> constant : type.getEnumConstants()) {
			if (constant != this.unknown) {
				add(constant);
			}
		}
	}

	private static @Nullable Enum<?> unknown(Class<? extends Enum<?>> type) {
		List<String> marked = Arrays.stream(type.getFields())
			.filter((field) -> field.isAnnotationPresent(UnknownChoice.class))
			.map(Field::getName)
			.toList();
		if (marked.size() > 1) {
			throw new ModelDefinitionException(
					"%s marks several constants @UnknownChoice: %s. hint: leave one".formatted(type.getName(), marked),
					Subject.ofArgument(type.getName()));
		}
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> marked.contains(constant.name()))
			.findFirst()
			.orElse(null);
	}

	private void add(Enum<?> constant) {
		String stored = TextCodecs.stored(constant);
		Enum<?> other = this.byStored.put(stored, constant);
		if (other != null) {
			throw new ModelDefinitionException("%s and %s of %s are both stored as '%s'. hint: give one another value()"
				.formatted(other.name(), constant.name(), this.type.getName(), stored),
					Subject.ofArgument(this.type.getName()));
		}
		this.byName.put(constant.name(), constant);
		try {
			this.base.convert(stored);
		}
		catch (ValueConversionException ex) {
			throw new ModelDefinitionException("%s.%s does not fit its column: %s hint: @Column(type = ...)"
				.formatted(this.type.getName(), constant.name(), ex.getMessage()),
					Subject.ofArgument(this.type.getName()), ex);
		}
	}

	@Override
	public String typeName() {
		return TextCodecs.OwnName.of(this.base);
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		this.base.bind(statement, index, this.base.convert(TextCodecs.stored(known(value))));
	}

	private Enum<?> known(Object value) {
		if (value == this.unknown) {
			throw Refusals.unknownChoice(this.unknown, this.byStored.keySet());
		}
		return (Enum<?>) value;
	}

	@Override
	public Object convert(Object value) {
		if (this.type.isInstance(value)) {
			return known(value);
		}
		Enum<?> named = (value instanceof CharSequence) ? this.byName.get(value.toString()) : null;
		Enum<?> found = this.byStored.getOrDefault(value.toString(), named);
		if (found == null) {
			throw Refusals.notOneOf(value, this.type.getSimpleName(), this.byStored.keySet());
		}
		return found;
	}

	@Override
	public String write(Object value) {
		return TextCodecs.stored(known(value));
	}

	@Override
	public Object parse(String text) {
		Enum<?> found = this.byStored.getOrDefault(this.base.key(text).toString(), this.unknown);
		if (found == null) {
			throw Refusals.notOneOf(text, this.type.getSimpleName(), this.byStored.keySet());
		}
		return found;
	}

	@Override
	public boolean readsUnknown() {
		return this.unknown != null;
	}

	@Override
	public boolean isUnknown(Object value) {
		return value == this.unknown;
	}

}
