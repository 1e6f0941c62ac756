package dev.orm.validate.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.Manager;
import dev.orm.ManyToMany;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.choice.ChoiceOption;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import dev.orm.validate.InvalidInstanceException;
import dev.orm.validate.ValidationError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;

import static dev.orm.validate.form.DishPath.DISH;
import static dev.orm.validate.form.HerbPath.HERB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Forms that choose rows of many-to-many relations by their keys. */
class RelatedRowsFormTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Herb.class, Cook.class, Dish.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final Manager<Dish> dishes = this.orm.manager(Dish.class);

	private final ModelBinder<Dish> form = this.dishes.binder(DISH.name, DISH.cook).and(DISH.herbs());

	@BeforeEach
	void fill() {
		database.truncate("dish", "dish_herbs", "herb", "cook");
		database.execute("INSERT INTO herb (name, fresh, gone) VALUES ('basil', true, null), ('thyme', true, null), "
				+ "('straw', false, null), ('mint', true, now())", "INSERT INTO cook (name) VALUES ('ann')");
	}

	private List<String> herbs(Dish dish) {
		return this.dishes.get(dish.id).herbs.orderBy(HERB.name.asc())
			.list()
			.stream()
			.map((herb) -> herb.name)
			.toList();
	}

	@Test
	void anInstanceAndWhatItIsRelatedToAreSavedTogether() {
		// tag::submit[]
		Map<String, List<String>> parameters = Map.of("name", List.of("soup"), "herbs", List.of("2", "1"));
		ModelBinder<Dish> form = this.dishes.binder(DISH.name).and(DISH.herbs());
		FilledForm<Dish> filled = form.submit(new Dish(), parameters);
		if (filled.isValid()) {
			filled.save();
		}
		// end::submit[]
		assertThat(herbs(filled.instance())).containsExactly("basil", "thyme");
		assertThat(filled.related()).isEqualTo(Map.of("herbs", List.of(2L, 1L)));
	}

	@Test
	void rowsAreAskedForByOneStatementMoreThanValidationNeeds() {
		QueryLog log = QueryLog
			.capture(() -> this.form.submit(new Dish(), Map.of("name", "soup", "herbs", new String[] { "1", "2" })));
		assertThat(log.statements()).filteredOn((sql) -> sql.contains("\"herb\""))
			.singleElement()
			.asString()
			.contains("= ANY(?", "\"fresh\"", "\"gone\" IS NULL");
		assertThat(QueryLog.capture(() -> this.form.submit(new Dish(), Map.of("herbs", List.of()))).statements())
			.noneMatch((sql) -> sql.contains("\"herb\""));
	}

	@Test
	void whatMayNotBeChosenIsAnErrorOfTheRelation() {
		Dish dish = new Dish();
		for (String key : List.of("3", "4", "99")) {
			FilledForm<Dish> filled = this.form.submit(dish, Map.of("name", "soup", "herbs", List.of("1", key)));
			ValidationError error = filled.errors().all().get(0);
			assertThat(error).returns("herbs", ValidationError::field)
				.returns("Herbs", ValidationError::label)
				.returns("invalid_choice", ValidationError::code)
				.returns("Select a valid choice. " + key + " is not one of the available choices.",
						ValidationError::message);
			assertThat(filled.related()).isEmpty();
			assertThatExceptionOfType(InvalidInstanceException.class).isThrownBy(filled::save)
				.satisfies((ex) -> assertThat(ex.errors().byField()).containsKey("herbs"));
		}
		assertThat(dish.id).isNull();
		assertThat(this.dishes.count()).isZero();
	}

	@Test
	void whatIsNoKeyIsAnErrorBesideThoseOfFields() {
		FilledForm<Dish> filled = this.form.submit(new Dish(),
				Map.of("name", "a name that is too long", "cook", "x", "herbs", List.of("1", "two")));
		assertThat(filled.errors().byField().keySet()).containsExactlyInAnyOrder("name", "cook", "herbs");
		assertThat(filled.errors().all()).filteredOn((error) -> "herbs".equals(error.field()))
			.singleElement()
			.returns("invalid_pk_value", ValidationError::code)
			.returns("“two” is not a valid value.", ValidationError::message);
	}

	@Test
	void whatIsMissingChangesNothingAndAMarkerTakesAll() {
		Dish dish = this.form.submit(new Dish(), Map.of("name", "soup", "herbs", List.of("1", "2"))).save();
		this.form.submit(dish, Map.of("name", "stew")).save();
		assertThat(herbs(dish)).containsExactly("basil", "thyme");
		this.form.submit(dish, Map.of("herbs", List.of("2"))).save();
		assertThat(herbs(dish)).containsExactly("thyme");
		this.form.submit(dish, Map.of("_herbs", "on")).save();
		assertThat(herbs(dish)).isEmpty();
		assertThat(this.dishes.get(dish.id).name).isEqualTo("stew");
	}

	@Test
	void documentsHaveListsOfKeys() {
		Dish dish = this.form.submitJson(new Dish(), Map.of("name", "soup", "herbs", List.of(1, 1L, "2"))).save();
		assertThat(herbs(dish)).containsExactly("basil", "thyme");
		Map<String, @Nullable Object> nothing = new HashMap<>();
		nothing.put("herbs", null);
		assertThat(this.form.submitJson(dish, nothing).errors().codes()).containsExactly("null");
		assertThat(this.form.submitJson(dish, Map.of("herbs", 1)).errors().codes()).containsExactly("invalid_list");
		List<Object> holes = new ArrayList<>();
		holes.add(null);
		assertThat(this.form.submitJson(dish, Map.of("herbs", holes)).errors().codes())
			.containsExactly("invalid_pk_value");
		this.form.submitJson(dish, Map.of("herbs", List.of())).save();
		assertThat(herbs(dish)).isEmpty();
	}

	@Test
	void ifRowsCannotBeRelatedTheInstanceIsNotSaved() {
		FilledForm<Dish> filled = this.form.submit(new Dish(), Map.of("name", "soup", "herbs", List.of("1")));
		database.execute("DELETE FROM herb WHERE id = 1");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(filled::save);
		assertThat(this.dishes.count()).isZero();
	}

	@Test
	void aBinderThatOnlyTakesOverRefusesToLoseThem() {
		Dish dish = new Dish();
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.form.bind(dish, Map.of()))
			.withMessageContaining("would lose which rows are chosen for Dish.herbs")
			.withMessageContaining("submit(");
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.form.bindJson(dish, Map.of()));
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.form.bindAndValidate(dish, Map.of()));
	}

	@Test
	void aWayBackIsNoFieldOfAForm() {
		Manager<Herb> herbs = this.orm.manager(Herb.class);
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> herbs.binder("name", "dishes"))
			.withMessageContaining("Herb.dishes has no column");
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(() -> this.dishes.binder("herb"))
			.withMessageContaining("Did you mean 'herbs'?");
	}

	@Test
	void aPageIsToldWhatThereIsToChoose() {
		assertThat(this.form.fields()).filteredOn(FormField::several)
			.singleElement()
			.returns("herbs", FormField::name)
			.returns("Herbs", FormField::label)
			.returns(Long.class, FormField::type);
		QueryLog log = QueryLog
			.capture(() -> assertThat(this.form.choices("herbs")).extracting(ChoiceOption::value, ChoiceOption::label)
				.containsExactly(tuple(1L, "basil"), tuple(2L, "thyme")));
		assertThat(log.count()).isOne();
		assertThat(this.form.choices("cook")).extracting(ChoiceOption::value).containsExactly(1L);
		assertThat(this.form.choices("name")).isEmpty();
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.form.choices("id"));
	}

	@Table(name = "herb", ordering = "name")
	static class Herb extends Model {

		@Id
		Long id;

		String name;

		boolean fresh;

		@SoftDelete
		@Nullable Instant gone;

		@Override
		public String toString() {
			return Objects.toString(this.name);
		}

	}

	@Table(name = "cook")
	static class Cook extends Model {

		@Id
		Long id;

		String name;

	}

	// tag::dish[]
	@Table(name = "dish")
	static class Dish extends Model {

		@Id
		Long id;

		@Column(length = 10)
		String name;

		@OnDelete(OnDeleteAction.CASCADE)
		@Column(nullable = true)
		ForeignKey<Cook> cook;

		@RelatedName("dishes")
		ManyToMany<Herb> herbs;

		static void meta(Meta<Dish> meta) {
			meta.limitChoices(DISH.herbs(), HERB.fresh.isTrue());
		}
		// end::dish[]

	}

}
