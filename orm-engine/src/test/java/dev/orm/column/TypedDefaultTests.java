package dev.orm.column;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.schema.Schema;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.now;
import static dev.orm.Functions.randomUuid;
import static dev.orm.column.ErrandPath.ERRAND;
import static org.assertj.core.api.Assertions.assertThat;

/** What the database fills in, said in Java. */
class TypedDefaultTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Errand.class));

	private final Manager<Errand> errands = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Errand.class))
		.build()
		.manager(Errand.class);

	@Test
	void aDefaultIsWrittenAsTheColumnWritesItsValues() {
		Schema schema = ModelTables.schema(TypeRegistry.standard(), List.of(Errand.class));
		assertThat(schema.lines()).contains("column errand.level smallint not null default (2)",
				"column errand.price numeric(8, 2) not null default (9.90)",
				"column errand.state varchar(10) not null default ('OPEN')",
				"column errand.code uuid not null default (GEN_RANDOM_UUID())",
				"column errand.opened timestamp with time zone not null default (STATEMENT_TIMESTAMP())");
	}

	@Test
	void whatAnInsertLeavesOutComesBack() {
		Errand errand = new Errand();
		QueryLog log = QueryLog.capture(() -> this.errands.save(errand));
		assertThat(log.statements()).singleElement().asString().contains("RETURNING");
		assertThat(errand.level).isEqualTo((short) 2);
		assertThat(errand.price).isEqualTo(new BigDecimal("9.90"));
		assertThat(errand.state).isEqualTo(State.OPEN);
		assertThat(errand.code).isNotNull();
		assertThat(errand.opened).isNotNull();
		assertThat(this.errands.validate(new Errand()).isEmpty()).isTrue();
	}

	@Test
	void aValueOfTheInstanceWins() {
		Errand errand = new Errand();
		errand.level = (short) 5;
		this.errands.bulkCreate(List.of(errand, new Errand()));
		assertThat(this.errands.get(errand.id).level).isEqualTo((short) 5);
	}

	/** States. */
	enum State {

		OPEN, CLOSED

	}

	@Table(name = "errand")
	static class Errand extends Model {

		@Id
		Long id;

		Short level;

		@Column(precision = 8, scale = 2)
		BigDecimal price;

		@Column(length = 10)
		State state;

		UUID code;

		Instant opened;

		// tag::meta[]
		static void meta(Meta<Errand> meta) {
			meta.dbDefault(ERRAND.level, (short) 2);
			meta.dbDefault(ERRAND.price, new BigDecimal("9.90"));
			meta.dbDefault(ERRAND.state, State.OPEN);
			meta.dbDefault(ERRAND.code, randomUuid());
			meta.dbDefault(ERRAND.opened, now());
		}
		// end::meta[]

	}

}
