package dev.orm.validate;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Choices;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.Table;
import dev.orm.choice.ChoiceOption;
import dev.orm.choice.ChoiceSource;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.validate.TeaBagPath.TEA_BAG;
import static org.assertj.core.api.Assertions.assertThat;

/** What people read is in the language of the application's texts. */
class ModelWordsTests {

	private static final List<Class<? extends Model>> MODELS = List.of(TeaBag.class, Lump.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private static final Map<String, String> GERMAN = Map.of("teaBag.label", "Teebeutel", "teaBag.plural", "Teebeutel",
			"teaBag.name.label", "Name", "teaBag.origin.label", "Herkunft", "choice.Taste.MILD", "mild",
			"teaBag.taste.choice.STRONG", "kräftig", "teaBag.origin.choice.IN", "Indien", "and", "und",
			"unique_together", "{0} mit dieser Kombination gibt es schon: {1}");

	private final Orm plain = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final Orm german = Orm.builder()
		.dataSource(database.dataSource())
		.models(MODELS)
		.messages((key, arguments) -> (GERMAN.get(key) != null) ? new MessageFormat(GERMAN.get(key)).format(arguments)
				: null)
		.build();

	/** How strong it is. */
	enum Taste {

		MILD, STRONG

	}

	static class Origins implements ChoiceSource {

		@Override
		public List<ChoiceOption> options() {
			return List.of(new ChoiceOption("IN", "India"), new ChoiceOption("LK", "Sri Lanka"));
		}

	}

	@Table(name = "tea_bag")
	@Label(value = "Bag of tea", plural = "Bags of tea")
	static class TeaBag extends Model {

		@Id
		Long id;

		@Column(length = 20)
		String name;

		Taste taste = Taste.MILD;

		@Column(length = 2)
		@Choices(Origins.class)
		String origin = "IN";

		static void meta(Meta<TeaBag> meta) {
			meta.unique(TEA_BAG.name, TEA_BAG.origin).name("one_bag");
		}

	}

	@Table(name = "lump")
	@Label("lump of sugar")
	static class Lump extends Model {

		@Id
		Long id;

		@Label("kind of sugar")
		@Column(length = 20, unique = true)
		String colour;

		static Lump of(String colour) {
			Lump lump = new Lump();
			lump.colour = colour;
			return lump;
		}

	}

	private static List<String> choices(Orm orm, String attribute) {
		FieldModel field = orm.models().model(TeaBag.class).field(attribute).orElseThrow();
		return orm.words().choices(field).stream().map(ChoiceOption::label).toList();
	}

	@Test
	void modelsAreCalledByTheTextsOfTheApplication() {
		EntityModel model = this.german.models().model(TeaBag.class);
		assertThat(this.german.words().label(model)).isEqualTo("Teebeutel");
		assertThat(this.german.words().plural(model)).isEqualTo("Teebeutel");
		assertThat(this.plain.words().label(model)).isEqualTo("Bag of tea");
		assertThat(this.plain.words().plural(model)).isEqualTo("Bags of tea");
	}

	@Test
	void choicesAreCalledByTheTextOfTheFieldOrOfTheirEnum() {
		assertThat(choices(this.german, "taste")).containsExactly("mild", "kräftig");
		assertThat(choices(this.german, "origin")).containsExactly("Indien", "Sri Lanka");
		assertThat(choices(this.plain, "taste")).containsExactly("Mild", "Strong");
		assertThat(this.german.words().label(Taste.MILD)).isEqualTo("mild");
		assertThat(this.german.words().label(Taste.STRONG)).isEqualTo("Strong");
		assertThat(this.german.manager(TeaBag.class).binder("taste").fields().get(0).choices())
			.containsExactly(new ChoiceOption(Taste.MILD, "mild"), new ChoiceOption(Taste.STRONG, "kräftig"));
	}

	@Test
	void errorsMentionModelsAndFieldsByTheirLabels() {
		for (Orm orm : List.of(this.plain, this.german)) {
			database.truncate("tea_bag");
			Manager<TeaBag> bags = orm.manager(TeaBag.class);
			bags.save(named("assam"));
			assertThat(bags.validate(named("assam")).global()).singleElement()
				.isEqualTo((orm == this.plain) ? "Bag of tea with this Name and Origin already exists."
						: "Teebeutel mit dieser Kombination gibt es schon: Name und Herkunft");
		}
	}

	@Test
	void aLabelBeginsAnErrorWithACapital() {
		database.truncate("lump");
		Manager<Lump> lumps = this.plain.manager(Lump.class);
		lumps.save(Lump.of("brown"));
		assertThat(lumps.validate(Lump.of("brown")).byField().get("colour"))
			.containsExactly("Lump of sugar with this Kind of sugar already exists.");
	}

	private static TeaBag named(String name) {
		TeaBag bag = new TeaBag();
		bag.name = name;
		return bag;
	}

}
