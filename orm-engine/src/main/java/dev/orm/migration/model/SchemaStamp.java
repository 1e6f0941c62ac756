package dev.orm.migration.model;

import java.util.List;
import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.schema.TextDigest;

/**
 * Says that models and journal were compared at the build, and agreed: an application
 * that finds both as they were need not compare them again. Immutable.
 *
 * @param text two lines, a digest of each; another journal or other models have others
 */
public record SchemaStamp(String text) {

	/** The name of its file, beside the journal. */
	public static final String FILE = "schema.stamp";

	/** What becomes of a model may change with this number only. */
	private static final String FORM = "orm-stamp 2\n";

	/**
	 * Make the stamp of models and a journal that agree.
	 * @param models the models
	 * @param loader finds what the annotation processor noted of them
	 * @param journal the text of the journal
	 * @return the stamp; empty if the processor noted too little
	 */
	public static Optional<SchemaStamp> of(ModelRegistry models, ClassLoader loader, String journal) {
		List<? extends Class<?>> types = models.models()
			.stream()
			.filter((model) -> !model.autoCreated())
			.map(EntityModel::javaType)
			.toList();
		return ModelIndex.fingerprint(loader, types)
			.map((fingerprint) -> new SchemaStamp(
					FORM + "journal " + TextDigest.of(journal) + "\nmodels " + TextDigest.of(fingerprint) + "\n"));
	}

}
