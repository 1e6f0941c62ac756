package dev.orm.column;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.error.ConstraintViolationException;
import dev.orm.model.Model;
import dev.orm.schema.Schema;
import dev.orm.test.TestDatabase;
import dev.orm.type.FieldType;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.orm.Functions.coalesce;
import static dev.orm.column.GaugePath.GAUGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Values of an application's type stand in what a model declares as the application's
 * registry stores them, and not as another's would.
 */
class DeclaredTypesTests {

	private static final TypeRegistry TENTHS = storing((heat) -> ValueTypes.INTEGER
		.mapping((Heat value) -> (int) Math.round(value.degrees() * 10), (Integer tenths) -> new Heat(tenths / 10.0)));

	private static final TypeRegistry TEXTS = storing(
			(heat) -> ValueTypes.TEXT.mapping((Heat value) -> value.degrees() + " °C",
					(String text) -> new Heat(Double.parseDouble(text.substring(0, text.indexOf(' '))))));

	private static TypeRegistry storing(Stored stored) {
		return TypeRegistry.standard()
			.making((type) -> (type == Measured.Factory.class) ? new Measured.Factory(stored) : null);
	}

	private static Schema schema(TypeRegistry types) {
		return ModelTables.schema(types, List.of(Gauge.class));
	}

	@Test
	void aConditionIsWrittenAsEachApplicationStoresTheValue() {
		assertThat(schema(TENTHS).lines()).contains("column gauge.heat integer not null",
				"column gauge.limit integer default (995)", "check gauge.not_boiling (NOT (\"heat\" = 1000))",
				"check gauge.known (\"heat\" = ANY('{\"5\",\"1000\"}'::integer[]))",
				"check gauge.limited (NOT (COALESCE(\"limit\", 10) = 20))",
				"index gauge.warm (heat) where (NOT (\"heat\" = 70))");
		assertThat(schema(TEXTS).lines()).contains("column gauge.heat text not null",
				"check gauge.not_boiling (NOT (\"heat\" = '100.0 °C'))",
				"check gauge.limited (NOT (COALESCE(\"limit\", '1.0 °C'::text) = '2.0 °C'))",
				"index gauge.warm (heat) where (NOT (\"heat\" = '7.0 °C'))");
	}

	@Test
	void theDatabaseTakesWhatIsWritten() {
		for (TypeRegistry types : List.of(TENTHS, TEXTS)) {
			try (TestDatabase database = TestDatabase.create(ModelTables.of(types, List.of(), List.of(Gauge.class)))) {
				Manager<Gauge> gauges = Orm.builder()
					.dataSource(database.dataSource())
					.models(List.of(Gauge.class))
					.valueTypes(types)
					.build()
					.manager(Gauge.class);
				Gauge cool = gauges.save(new Gauge(new Heat(0.5)));
				assertThat(gauges.get(cool.id)).returns(new Heat(0.5), (gauge) -> gauge.heat)
					.returns(new Heat(99.5), (gauge) -> gauge.limit);
				Gauge boiling = new Gauge(new Heat(100));
				assertThat(gauges.validate(boiling).isEmpty()).isFalse();
				assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> gauges.save(boiling));
			}
		}
	}

	/** How hot something is. */
	record Heat(double degrees) {

	}

	/** How an application stores it. */
	interface Stored {

		ValueType type(TypeRequest request);

	}

	/** A type whose factory the application makes. */
	@FieldType(value = Measured.Factory.class, sqlType = "integer")
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Measured {

		/** Answers what the application decides. */
		class Factory implements ValueTypeFactory {

			private final Stored stored;

			Factory(Stored stored) {
				this.stored = stored;
			}

			@Override
			public Optional<ValueType> create(TypeRequest request) {
				return Optional.of(this.stored.type(request));
			}

		}

	}

	@Table(name = "gauge")
	static class Gauge extends Model {

		@Id
		Long id;

		@Measured
		Heat heat;

		@Measured
		@Nullable Heat limit;

		Gauge() {
		}

		Gauge(Heat heat) {
			this.heat = heat;
		}

		static void meta(Meta<Gauge> meta) {
			meta.dbDefault(GAUGE.limit, new Heat(99.5));
			meta.check("not_boiling", GAUGE.heat.ne(new Heat(100)));
			meta.check("known", GAUGE.heat.in(new Heat(0.5), new Heat(100)));
			meta.check("limited", coalesce(GAUGE.limit, new Heat(1)).ne(new Heat(2)));
			meta.index(GAUGE.heat).where(GAUGE.heat.ne(new Heat(7))).name("warm");
		}

	}

}
