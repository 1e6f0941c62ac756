package dev.orm.meta;

import java.util.Collection;
import java.util.List;

import dev.orm.meta.index.DescribedModel;
import dev.orm.meta.index.IndexFiles;
import dev.orm.model.ColumnDetails;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription;
import dev.orm.model.ModelDescription;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The index says of each model what its binding says. */
class ModelIndexTests {

	private static final Collection<DescribedModel> INDEXED = ModelIndex
		.describe(IndexFiles.read(ModelIndexTests.class.getClassLoader()));

	@Test
	void whatTheIndexSaysOfEachModelIsWhatItsBindingSays() {
		assertThat(INDEXED).hasSizeGreaterThan(100);
		assertThat(INDEXED).allSatisfy((model) -> {
			ModelDescription bound = EntityBinding.of(model.description().type()).describe();
			assertThat(withoutChoices(model.description())).isEqualTo(withoutChoices(bound));
			assertThat(choices(model.description())).isEqualTo(choices(bound));
		});
	}

	@Test
	void itsModelsAreThoseThatAreListed() {
		assertThat(INDEXED).extracting((model) -> (Object) model.description().type())
			.containsExactlyElementsOf(ModelIndex.load(ModelIndexTests.class.getClassLoader()));
	}

	@Test
	void itsModelsAreBoundToTheirClasses() {
		assertThat(INDEXED).allSatisfy(
				(model) -> assertThat(model.binding().get()).isSameAs(EntityBinding.of(model.description().type())));
	}

	/** A source of choices is equal to nothing but itself. */
	private static ModelDescription withoutChoices(ModelDescription model) {
		List<FieldDescription> fields = model.fields()
			.stream()
			.map((field) -> field.details(withoutChoices(field.details())))
			.toList();
		return new ModelDescription(model.type(), model.group(), model.table(), model.parent(), model.proxyOf(),
				model.ordering(), model.getLatestBy(), model.uniqueTogether(), fields, model.manyToMany(),
				model.options());
	}

	private static ColumnDetails withoutChoices(ColumnDetails details) {
		return new ColumnDetails(details.base(), details.dbDefault(), details.comment(), details.collation(),
				details.computed(), details.limits(), null);
	}

	private static List<?> choices(ModelDescription model) {
		return model.fields()
			.stream()
			.map((field) -> field.details().choices())
			.map((choices) -> (choices != null) ? choices.options() : List.of())
			.toList();
	}

}
