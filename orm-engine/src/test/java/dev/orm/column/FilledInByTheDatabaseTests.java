package dev.orm.column;

import java.time.Clock;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.GeneratedColumn;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.dialect.Dialect;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.execute.Database;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.test.Engine;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import dev.orm.writers.Persistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the database fills in comes back in every table of a model, and from databases
 * that answer in any order.
 */
class FilledInByTheDatabaseTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Parcel.class, Express.class));

	private static final List<Class<? extends Model>> MODELS = List.of(Parcel.class, Express.class);

	private static final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final ModelRegistry models = ModelRegistry.link(MODELS, TypeRegistry.standard());

	@BeforeEach
	void empty() {
		database.truncate("express", "parcel");
	}

	private Persistence inAnyOrder() {
		return Engine
			.of(database.dataSource(), this.models, Dialect.POSTGRESQL.answeringInAnyOrder(), Clock.systemUTC())
			.persistence();
	}

	@Test
	void ofAllTablesOfAChild() {
		Manager<Express> all = orm.manager(Express.class);
		Express express = all.save(new Express());
		assertThat(List.of(express.weight, express.twice, express.hours, express.minutes)).containsExactly(5, 10, 24,
				1440);
		express.weight = 7;
		express.hours = 2;
		all.save(express);
		assertThat(List.of(express.twice, express.minutes)).containsExactly(14, 120);
		Express other = new Express();
		all.bulkCreate(List.of(other), BulkCreateOptions::acrossTables);
		assertThat(List.of(other.weight, other.twice, other.hours, other.minutes)).containsExactly(5, 10, 24, 1440);
	}

	@Test
	void fromADatabaseThatAnswersInAnyOrder() {
		Parcel light = new Parcel();
		Parcel heavy = new Parcel();
		heavy.weight = 50;
		inAnyOrder().bulkCreate(this.models.model(Parcel.class), List.of(light, heavy),
				BulkCreateOptions.on(Database.DEFAULT));
		assertThat(List.of(light.weight, light.twice, heavy.weight, heavy.twice)).containsExactly(5, 10, 50, 100);
		assertThat(light.id).isNotEqualTo(heavy.id);
	}

	@Test
	void orARefusalWhereItCannot() {
		Parcel parcel = new Parcel();
		parcel.id = 9L;
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> inAnyOrder().bulkCreate(this.models.model(Parcel.class), List.of(parcel),
					BulkCreateOptions.on(Database.DEFAULT)))
			.withMessageContaining("cannot bring back [weight, twice]");
	}

	@Table(name = "parcel")
	static class Parcel extends Model {

		@Id
		@Nullable Long id;

		@Column(dbDefault = "5")
		Integer weight;

		@GeneratedColumn("\"weight\" * 2")
		Integer twice;

	}

	@Table(name = "express")
	static class Express extends Parcel {

		@Column(dbDefault = "24")
		Integer hours;

		@GeneratedColumn("\"hours\" * 60")
		Integer minutes;

	}

}
