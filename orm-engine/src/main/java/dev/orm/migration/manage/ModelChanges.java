package dev.orm.migration.manage;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.orm.journal.Journal;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.FillValues;
import dev.orm.migration.online.OnlinePlan;
import dev.orm.migration.online.Step;
import dev.orm.migration.online.Twins;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;

/**
 * What leads from a journal to what the models ask for. Immutable.
 *
 * @param journal the journal
 * @param registry the models
 * @param after the schema they ask for
 */
record ModelChanges(Journal journal, ModelRegistry registry, Schema after) {

	Schema before() {
		return this.journal.target();
	}

	/** What changes; what the models do not say is asked. */
	Difference find(FlagAnswers answers) {
		return find(answers.unsaid(FillValues.of(this.registry)), answers);
	}

	private Difference find(Map<ObjectId, String> known, Questions questions) {
		return ColumnPlaces.naming(this.registry,
				() -> SchemaDiff.of(before(), this.after, this.journal.adopted(), known, questions));
	}

	/** The steps that make a change, of which tables changed online take several. */
	List<Step> steps(Difference found, Predicate<String> online, FlagAnswers answers) {
		Twins twins = Twins.of(found, before(), online);
		Difference difference = twins.isEmpty() ? found
				: find(twins.unsaid(answers.unsaid(FillValues.of(this.registry))), twins.questions(answers));
		Difference filled = new Difference(difference.changes(), answers.withGone(difference.fills()));
		return new OnlinePlan(before(), filled, online, twins.columns()).steps();
	}

}
