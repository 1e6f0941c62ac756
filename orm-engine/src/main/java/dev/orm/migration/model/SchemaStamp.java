package dev.orm.migration.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.index.ResourceDigest;

/**
 * Says that models and journal were compared at the build, and agreed: an application
 * that finds both as they were need not compare them again, nor read them. Immutable.
 *
 * @param text a digest of the journal, of the indexes of models, and of the models' names
 */
public record SchemaStamp(String text) {

	/** The name of its file, beside the journal. */
	public static final String FILE = "schema.stamp";

	/** What becomes of a model may change with this number only. */
	private static final String FORM = "orm-stamp 2\n";

	/**
	 * Make the stamp of models and a journal.
	 * @param models the models
	 * @param loader finds the indexes of models
	 * @param journal the digest of the journal
	 * @return the stamp
	 */
	public static SchemaStamp of(ModelRegistry models, ClassLoader loader, String journal) {
		String names = types(models).stream().map(Class::getName).sorted().collect(Collectors.joining("\n"));
		return new SchemaStamp(FORM + "journal " + journal + "\nindexes " + ModelIndex.digest(loader) + "\nmodels "
				+ ResourceDigest.of(names.getBytes(StandardCharsets.UTF_8)) + "\n");
	}

	/**
	 * Make the stamp of models and a journal that agree.
	 * @param models the models
	 * @param loader finds what the annotation processor noted of them
	 * @param journal the text of the journal
	 * @return the stamp; empty if the processor noted too little
	 */
	public static Optional<SchemaStamp> ofAgreeing(ModelRegistry models, ClassLoader loader, String journal) {
		return ModelIndex.knowsAll(loader, types(models))
				? Optional.of(of(models, loader, ResourceDigest.of(journal.getBytes(StandardCharsets.UTF_8))))
				: Optional.empty();
	}

	private static List<? extends Class<?>> types(ModelRegistry models) {
		return models.models().stream().filter((model) -> !model.autoCreated()).map(EntityModel::javaType).toList();
	}

}
