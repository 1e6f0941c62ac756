package dev.orm.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.StreamTerminal;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.WEIGHT;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** A warning that names a flag is not given any more where the flag is. */
class OnlineAdviceTests extends ShopCommands {

	private static final FieldDescription STOCK = stock(Integer.class, Flag.NULLABLE);

	private static FieldDescription stock(Class<?> type, Flag... flags) {
		return FieldDescription.of("stock", "stock", type, flags);
	}

	private static FieldDescription note(Flag... flags) {
		return FieldDescription.of("note", "note", String.class, flags);
	}

	@BeforeEach
	void firstMigration() {
		this.models = products(NAME, CATEGORY, NOTE, STOCK);
		make();
	}

	private void advised(String rule, List<FieldDescription> fields, String... options) {
		this.models = products(fields.toArray(FieldDescription[]::new));
		make(with("--direct", options));
		assertThat(this.said).containsPattern(rule + "  .*fix: --online ");
		make(with("--online", options));
		assertThat(this.said).doesNotContain(rule);
	}

	private static String[] with(String flag, String... options) {
		List<String> all = new ArrayList<>(List.of("--dry-run", flag));
		all.addAll(Arrays.asList(options));
		return all.toArray(String[]::new);
	}

	@Test
	void whatLocksForLongIsWrittenBesideOthers() {
		advised("lock-rewrite", List.of(NAME, CATEGORY, NOTE, stock(Long.class, Flag.NULLABLE)));
		advised("lock-index", List.of(NAME, CATEGORY, note(Flag.NULLABLE, Flag.INDEX), STOCK));
		advised("lock-not-null", List.of(NAME, CATEGORY, note(), STOCK), "--fill=shop_product.note=''");
		advised("lock-validate", List.of(NAME, CATEGORY, NOTE, stock(Integer.class, Flag.NULLABLE, Flag.POSITIVE)));
		advised("lock-unique", List.of(NAME, CATEGORY, note(Flag.NULLABLE, Flag.UNIQUE), STOCK));
	}

	@Test
	void theVersionThatStillRunsKeepsWhatItUses() {
		advised("compat-rename", List.of(TITLE, CATEGORY, NOTE, STOCK), "--rename=shop_product.name:title");
		advised("compat-drop", List.of(NAME, CATEGORY, STOCK), "--drop=shop_product.note");
		advised("compat-required-column", List.of(NAME, CATEGORY, NOTE, STOCK, WEIGHT), "--fill=shop_product.weight=0");
	}

	@Test
	void theFlagIsWrittenAsItIsTyped() {
		this.models = products(NAME, CATEGORY, NOTE, STOCK, WEIGHT);
		StringBuilder typed = new StringBuilder();
		ExitCode code = new CommandLine(Project.ofFiles(sources(), () -> this.models),
				new StreamTerminal(typed, null, true))
			.run(List.of("makemigrations", "--fill=shop_product.weight=0"));
		assertThat(code).isEqualTo(ExitCode.FINE);
		assertThat(typed).contains("fix: -Donline leaves it a default, or NULL, for a release");
	}

}
