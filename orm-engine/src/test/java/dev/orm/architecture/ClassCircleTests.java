package dev.orm.architecture;

import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No two files of a package call each other, unless one makes the other, or it says here
 * why they are one thing.
 */
class ClassCircleTests {

	/** Managers know the Orm that binds them, and handles what reads through them. */
	private static final Set<String> DOOR = Set.of("AbstractManager ~ Orm", "DefaultManagers ~ RelatedRows",
			"Instances ~ Prefetch", "Related ~ RelatedRows");

	/** An instance is its state, its handles and its description. */
	private static final Set<String> INSTANCE = Set.of("model.AnnotationValues ~ model.Model",
			"model.InstanceState ~ model.Model", "model.ModelDescription ~ model.ToOne");

	/** A model is made of fields, a key and marks, which know whose they are. */
	private static final Set<String> MODEL = Set.of("meta.DeclaredRows ~ meta.FieldModel",
			"meta.EntityModel ~ meta.FieldModel", "meta.EntityModel ~ meta.GivenKey",
			"meta.EntityModel ~ meta.SoftDeletion");

	/** Defaults of a user's own words. */
	private static final Set<String> WORDS = Set.of("choice.Choice ~ choice.ChoiceOption",
			"choice.ChoiceOption ~ choice.IntChoice");

	/** Parts of an expression are expressions, members of a set operation are queries. */
	private static final Set<String> RECURSION = Set.of("expression.Expression ~ expression.Transforms",
			"expression.node.Shape ~ expression.node.ValueCategory", "lookup.Operand ~ lookup.Operands",
			"resolve.CompoundQuery ~ resolve.SelectQuery");

	/** Types find each other by class and by name, and what they find are types. */
	private static final Set<String> TYPES = Set.of("type.NaturalTypes ~ type.ValueTypes",
			"type.TypeNames ~ type.ValueTypes");

	/** A fact says what a change makes of it, a change what the fact would lose. */
	private static final Set<String> SCHEMA = Set.of("schema.Change ~ schema.Column");

	/** Libraries are migrated before the application, each by a migrator of its own. */
	private static final Set<String> MIGRATORS = Set.of("migration.apply.LibraryMigrations ~ migration.apply.Migrator");

	/** The thread's transaction, and the one that hears of its end. */
	private static final Set<String> TRANSACTION = Set.of("execute.CurrentTransaction ~ execute.ThreadTransaction");

	@Test
	void filesThatCallEachOtherAreOneThing() {
		Set<String> excused = new TreeSet<>();
		for (Set<String> pairs : Set.of(DOOR, INSTANCE, MODEL, WORDS, RECURSION, TYPES, SCHEMA, MIGRATORS,
				TRANSACTION)) {
			excused.addAll(pairs);
		}
		assertThat(new ClassCircles(EngineClasses.ALL).pairs()).isEqualTo(excused);
	}

	@Test
	void theRuleTellsPairsFromMakersAndWhatTheyMake() {
		assertThat(new ClassCircles(new ClassFileImporter().importPackages(Rooms.BASE + ".architecture.planted.pair"))
			.pairs()).containsExactly("architecture.planted.pair.PlantedLeft ~ architecture.planted.pair.PlantedRight");
	}

}
