package dev.orm.boot.autoconfigure;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What models add to the start of an application with a data source and Jackson: classes
 * and definitions of beans, which are the same however busy the machine is. What they
 * take of a processor is in docs/benchmarks.md. Nothing that is generated for models is
 * there at all: a start does without.
 */
class StartBudgetTests {

	/** Measured: 321. */
	private static final int CLASSES_OF_THE_ORM = 330;

	/** Measured: 67. Each is a class to be made, and costs as much as several others. */
	private static final int LAMBDAS_OF_THE_ORM = 70;

	/** Measured: 25 beside those of models. */
	private static final int DEFINITIONS = 26;

	private static StartedApplication without;

	private static StartedApplication ten;

	private static StartedApplication many;

	@BeforeAll
	static void start(@TempDir Path folder) {
		without = StartedApplication.start(folder.resolve("none"), 10, Thing.class, "--orm.enabled=false");
		ten = StartedApplication.start(folder.resolve("ten"), 10, Thing.class);
		many = StartedApplication.start(folder.resolve("many"), 300, Thing.class);
	}

	@Test
	void tenModelsLoadNoMoreOfTheOrmThanThis() {
		assertThat(ten.classes("dev.orm.")).hasSizeLessThanOrEqualTo(CLASSES_OF_THE_ORM);
		assertThat(ten.lambdas("dev.orm.")).hasSizeLessThanOrEqualTo(LAMBDAS_OF_THE_ORM);
	}

	@Test
	void threeHundredLoadNoMoreOfItThanTen() {
		assertThat(many.classes("dev.orm.")).containsExactlyInAnyOrderElementsOf(ten.classes("dev.orm."));
	}

	@Test
	void aModelIsOneClassAndOneDefinition() {
		assertThat(many.managers()).isEqualTo(300);
		assertThat(many.classes("app.").size() - ten.classes("app.").size()).isEqualTo(290);
		assertThat(many.definitions() - ten.definitions()).isEqualTo(290);
	}

	@Test
	void theOrmHasFewDefinitionsOfItsOwn() {
		assertThat(ten.definitions() - ten.managers() - without.definitions()).isLessThanOrEqualTo(DEFINITIONS);
	}

	@Test
	void switchedOffItLoadsNextToNothing() {
		assertThat(without.managers()).isZero();
		assertThat(without.classes("dev.orm.")).hasSizeLessThanOrEqualTo(10);
	}

	@Table(name = "start_thing")
	static class Thing extends Model {

		@Id
		Long id;

		@Column(length = 100)
		String name;

		@Column(length = 20, unique = true)
		String code;

		@Column(precision = 10, scale = 2)
		BigDecimal price;

		int quantity;

		boolean active;

		Instant createdAt;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Thing> parent;

	}

}
