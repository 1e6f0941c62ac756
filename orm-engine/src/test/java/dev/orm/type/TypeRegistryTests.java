package dev.orm.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.error.ModelDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TypeRegistryTests {

	private final TypeRegistry registry = TypeRegistry.standard();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			int                         | integer
			bigint                      | bigint
			decimal(10,2)               | numeric(10, 2)
			numeric(10, 2)              | numeric(10, 2)
			varchar(20)                 | varchar(20)
			character varying(20)       | varchar(20)
			datetime                    | timestamp with time zone
			timestamp(3) with time zone | timestamp(3) with time zone
			timestamp without time zone | timestamp
			varchar(40)[]               | varchar(40)[]
			int[][]                     | integer[][]
			bool                        | boolean
			JSONB                       | jsonb
			double precision            | double precision""")
	void namesOfUsersAndOfPostgresAreUnderstood(String name, String sqlName) {
		assertThat(ValueTypes.parse(name).sqlName()).isEqualTo(sqlName);
	}

	@Test
	void anUnknownNameListsTheChoices() {
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> ValueTypes.parse("strin"))
			.withMessageContaining("Unknown type 'strin'")
			.withMessageContaining("smallint");
	}

	@Test
	void fieldsGetTheNaturalTypeOfTheirClass() {
		assertThat(this.registry.of(TypeRequest.of(long.class))).isEqualTo(ValueTypes.BIGINT);
		assertThat(this.registry.of(TypeRequest.of(Duration.class))).isEqualTo(ValueTypes.DURATION);
		assertThat(this.registry.of(TypeRequest.of(List.class).arguments(String.class)).sqlName()).isEqualTo("text[]");
		assertThat(this.registry.of(TypeRequest.of(Range.class).arguments(BigDecimal.class)))
			.isEqualTo(ValueTypes.NUMRANGE);
		assertThat(this.registry.of(TypeRequest.of(Kind.class)).javaType()).isEqualTo(Kind.class);
	}

	@Test
	void aNamedColumnTypeKeepsTheJavaClass() {
		ValueType size = this.registry.of(TypeRequest.of(Kind.class).columnType("varchar(20)"));
		ValueType wide = this.registry.of(TypeRequest.of(int.class).columnType("bigint"));
		ValueType words = this.registry.of(TypeRequest.of(List.class).arguments(Kind.class).columnType("varchar(9)[]"));

		assertThat(size.sqlName()).isEqualTo("varchar(20)");
		assertThat(size.javaType()).isEqualTo(Kind.class);
		assertThat(wide.javaType()).isEqualTo(Integer.class);
		assertThat(wide.kind()).isEqualTo(Kind.BIGINT);
		assertThat(words.elementType().javaType()).isEqualTo(Kind.class);
		assertThat(this.registry.of(TypeRequest.of(String.class).columnType("tsvector")))
			.isEqualTo(ValueTypes.TSVECTOR);
		assertThat(this.registry.of(TypeRequest.of(String.class).columnType("citext")).sqlName()).isEqualTo("citext");
		assertThat(this.registry.of(TypeRequest.of(Map.class).columnType("jsonb")).kind()).isEqualTo(Kind.JSON);
	}

	@Test
	void aFieldWithoutATypeSaysWhatToDo() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> this.registry.of(TypeRequest.of(Map.class)))
			.withMessageContaining("No column type for the Java class java.util.Map")
			.withMessageContaining("mark the field @Json");
	}

	@Test
	void theLastFactoryIsAskedFirst() {
		TypeRegistry custom = this.registry.with((request) -> (request.javaType() == String.class)
				? Optional.of(ValueTypes.named(Kind.TEXT, "citext")) : Optional.empty());

		assertThat(custom.of(TypeRequest.of(String.class)).sqlName()).isEqualTo("citext");
		assertThat(custom.of(TypeRequest.of(int.class))).isEqualTo(ValueTypes.INTEGER);
	}

}
