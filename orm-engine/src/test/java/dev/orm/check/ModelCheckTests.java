package dev.orm.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.UniqueTogether;
import dev.orm.declare.Meta;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.tenancy.Office;
import dev.orm.tenancy.Office.Remark;
import dev.orm.type.Kind;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine finds odd about models that can be linked. */
class ModelCheckTests {

	private static List<Problem> check(Class<? extends Model> model) {
		return ModelChecks.standard().run(ModelRegistry.link(List.of(model, Label.class), TypeRegistry.standard()));
	}

	@Test
	void fineModelsHaveNoProblems() {
		assertThat(check(Fine.class)).isEmpty();
	}

	@Test
	void aHandleThatAnInitialiserTookAwayIsAnError() {
		assertThat(check(Reset.class)).singleElement().satisfies((problem) -> {
			assertThat(problem.id()).isEqualTo("relation-handle-reset");
			assertThat(problem.isError()).isTrue();
			assertThat(problem.place()).isEqualTo("Reset.labels");
			assertThat(problem.text()).isEqualTo("""
					The handle 'labels' of Reset is null in a new instance.
					  hint: leave out its initialiser: Model makes handles before it runs (relation-handle-reset)""");
		});
	}

	@Test
	void oneObjectForAllNewInstancesIsAWarning() {
		assertThat(check(Shared.class)).extracting(Problem::id, Problem::place)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("field-default-shared", "Shared.words"),
					org.assertj.core.groups.Tuple.tuple("field-default-shared", "Shared.bytes"));
	}

	@Test
	void anIndexThatAnotherLeadsIsAWarning() {
		assertThat(check(Covered.class)).extracting(Problem::id).containsOnly("meta-covered");
		assertThat(check(Covered.class)).extracting(Problem::message)
			.containsExactly(
					"The index 'by_name' of Covered on [name] is not needed: a unique constraint on [name, rank]"
							+ " leads with the same.",
					"The index 'by_id' of Covered on [id] is not needed: the key on [id] leads with the same.",
					"The index 'by_rank' of Covered on [-rank] is not needed: by_rank_and_name on [-rank, name] leads"
							+ " with the same.",
					"The index 'again' of Covered on [-rank, name] is not needed: by_rank_and_name on [-rank, name] leads"
							+ " with the same.");
	}

	@Test
	void aRowThatPointsToATenantsAndIsNobodysIsAWarning() {
		List<Class<? extends Model>> models = new ArrayList<>(Office.MODELS);
		assertThat(ModelChecks.standard().run(ModelRegistry.link(models, TypeRegistry.standard()))).isEmpty();
		models.add(Remark.class);
		assertThat(ModelChecks.standard().run(ModelRegistry.link(models, TypeRegistry.standard()))).singleElement()
			.satisfies((problem) -> assertThat(problem.place()).isEqualTo("Remark"))
			.satisfies((problem) -> assertThat(problem.text()).isEqualTo(
					"""
							Rows of Remark point to those of a tenant by 'client', and name no tenant: queries show those of all.
							  hint: give it a @TenantId, too (tenant-missing)"""));
	}

	@Test
	void aModelSilencesWhatItMeans() {
		assertThat(check(Silent.class)).isEmpty();
	}

	@Test
	void anApplicationSilencesForAllModels() {
		ModelRegistry models = ModelRegistry.link(List.of(Covered.class, Label.class), TypeRegistry.standard());
		assertThat(ModelChecks.standard().silencing(List.of("meta-covered")).run(models)).isEmpty();
	}

	@Test
	void whatMetaSaysWronglyIsFoundWithoutAQuery() {
		assertThat(check(Wrong.class)).singleElement().satisfies((problem) -> {
			assertThat(problem.id()).isEqualTo("meta");
			assertThat(problem.isError()).isTrue();
			assertThat(problem.message()).contains("'colour'", "(meta-path)");
		});
	}

	@Test
	void anApplicationChecksWhatItWantsOfItsModels() {
		ModelRegistry models = ModelRegistry.link(List.of(Price.class, Label.class), TypeRegistry.standard());
		assertThat(ModelChecks.standard().with(new PrecisionCheck()).run(models)).extracting(Problem::place)
			.containsExactly("Price.amount");
	}

	@Test
	void whatCannotBeMadeIsNotLookedAt() {
		assertThat(check(Shy.class)).isEmpty();
	}

	@Test
	void errorsComeFirst() {
		ModelCheck own = (models) -> Stream.of(Problem.warning("a", "Fine", "odd", ""),
				Problem.error("b", "Fine", "wrong", ""));
		ModelRegistry models = ModelRegistry.link(List.of(Fine.class, Label.class), TypeRegistry.standard());
		assertThat(ModelChecks.standard().with(own).run(models)).extracting(Problem::id).containsExactly("b", "a");
	}

	// tag::own[]
	static class PrecisionCheck implements ModelCheck {

		@Override
		public Stream<Problem> check(ModelRegistry models) {
			return models.models()
				.stream()
				.flatMap((model) -> model.localFields().stream())
				.filter((field) -> field.type().kind() == Kind.DECIMAL && field.description().precision() == 0)
				.map((field) -> Problem.warning("shop-precision", field.toString(),
						field + " has any number of digits.", "say how many: @Column(precision = 12, scale = 2)"));
		}

	}
	// end::own[]

	@Table(name = "check_price")
	static class Price extends Model {

		@Id
		Long id;

		BigDecimal amount;

		@Column(precision = 5, scale = 2)
		BigDecimal rate;

	}

	@Table(name = "check_label")
	static class Label extends Model {

		@Id
		Long id;

	}

	@Table(name = "check_fine")
	static class Fine extends Model {

		@Id
		Long id;

		List<String> words = List.of();

		List<String> own = new ArrayList<>();

		byte[] bytes = {};

		ManyToMany<Label> labels;

		OneToMany<Fine> children;

		@OnDelete(OnDeleteAction.CASCADE)
		@Column(nullable = true)
		@RelatedName("children")
		ForeignKey<Fine> parent;

		int rank;

		static void meta(Meta<Fine> meta) {
			meta.index("rank", "parent");
			meta.index("-rank");
		}

	}

	@Table(name = "check_reset")
	static class Reset extends Model {

		@Id
		Long id;

		@SuppressWarnings("UnusedVariable")
		ManyToMany<Label> labels = null;

	}

	@Table(name = "check_shared")
	static class Shared extends Model {

		private static final List<String> WORDS = new ArrayList<>();

		private static final byte[] BYTES = { 1 };

		@Id
		Long id;

		List<String> words = WORDS;

		byte[] bytes = BYTES;

		String text = "one text is fine";

	}

	@Table(name = "check_shy")
	static class Shy extends Model {

		@Id
		Long id;

		Shy() {
			throw new IllegalStateException("only at night");
		}

	}

	@Table(name = "check_covered", uniqueTogether = @UniqueTogether({ "name", "rank" }))
	static class Covered extends Model {

		@Id
		Long id;

		String name;

		int rank;

		static void meta(Meta<Covered> meta) {
			meta.index("name").name("by_name");
			meta.index("id").name("by_id");
			meta.index("-rank").name("by_rank");
			meta.index("-rank", "name").name("by_rank_and_name");
			meta.index("-rank", "name").name("again");
			meta.index("rank").name("ascending");
		}

	}

	@Table(name = "check_silent")
	static class Silent extends Model {

		@Id
		Long id;

		// tag::silence[]
		static void meta(Meta<Silent> meta) {
			meta.index("id").name("by_id");
			meta.silence("meta-covered", "it is rebuilt while the key is in use");
		}
		// end::silence[]

	}

	@Table(name = "check_wrong")
	static class Wrong extends Model {

		@Id
		Long id;

		static void meta(Meta<Wrong> meta) {
			meta.index("colour");
		}

	}

}
