package dev.orm.boot.autoconfigure;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;

import dev.orm.type.FieldType;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** Factories that annotations of fields name get what they need from the application. */
class FieldTypeBeanTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void aFactoryIsMadeByTheBeanFactory() {
		this.runner.withBean(Prefix.class, () -> new Prefix("x-")).run((context) -> {
			ValueType type = context.getBean(TypeRegistry.class)
				.of(TypeRequest.of(String.class), Holder.class.getDeclaredField("text"));
			assertThat(type.codec().write("a")).isEqualTo("x-a");
		});
	}

	record Prefix(String text) {

	}

	@FieldType(PrefixedType.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Prefixed {

	}

	static class PrefixedType implements ValueTypeFactory {

		private final Prefix prefix;

		PrefixedType(Prefix prefix) {
			this.prefix = prefix;
		}

		@Override
		public Optional<ValueType> create(TypeRequest field) {
			return Optional.of(field.next()
				.mapping((String text) -> this.prefix.text() + text,
						(String stored) -> stored.substring(this.prefix.text().length())));
		}

	}

	static class Holder {

		@Prefixed
		String text = "";

	}

}
