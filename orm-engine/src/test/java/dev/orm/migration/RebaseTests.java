package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.orm.migration.command.ExitCode;
import dev.orm.model.FieldDescription;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.WEIGHT;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** Two branches that both add a migration, and files written by hand. */
class RebaseTests extends ShopFiles {

	@Override
	Path root() {
		return this.folder.resolve("db");
	}

	private Path journal() {
		return this.folder.resolve("db/schema.journal");
	}

	/** What git leaves when two branches each added a migration to the same journal. */
	private void conflict(FieldDescription shared, FieldDescription... own) throws IOException {
		files("makemigrations");
		String common = Files.readString(journal());
		this.models = products(own);
		assertThat(files("makemigrations", "--rename=shop_product.name:title")).as(this.said).isEqualTo(ExitCode.FINE);
		String mine = Files.readString(journal()).substring(common.length());
		Files.writeString(journal(), common);
		this.models = (shared == null) ? products(CATEGORY) : products(NAME, CATEGORY, shared);
		String fill = (shared == null) ? "--no-input" : "--fill=shop_product.weight=0";
		assertThat(files("makemigrations", fill, "--name=theirs")).as(this.said).isEqualTo(ExitCode.FINE);
		Files.move(this.folder.resolve("db/migration/V0003__theirs.sql"),
				this.folder.resolve("db/migration/V0002__theirs.sql"));
		Files.move(this.folder.resolve("db/undo/U0003__theirs.sql"), this.folder.resolve("db/undo/U0002__theirs.sql"));
		String theirs = Files.readString(journal()).substring(common.length()).replace("V0003", "V0002");
		Files.writeString(journal(),
				common + "<<<<<<< HEAD\n" + theirs + "=======\n" + mine + ">>>>>>> 1a2b3c (mine)\n");
	}

	@Test
	void oneOfTwoMigrationsGetsTheNextVersion() throws IOException {
		conflict(WEIGHT, TITLE, CATEGORY);
		assertThat(files("check")).isEqualTo(ExitCode.CONFLICT);
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  on the shared branch: V0002__theirs      yours: V0002__product_title -> V0003__product_title
				  replays on V0002__theirs; git add %s and continue
				  a database of yours that ran V0002__product_title: migrate re-records it
				""".formatted(root()));
		assertThat(this.folder.resolve("db/migration/V0003__product_title.sql")).exists();
		assertThat(this.folder.resolve("db/undo/U0003__product_title.sql")).exists();
		this.models = products(TITLE, CATEGORY, WEIGHT);
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void whereGitRebasesTheHeadIsTheSharedBranch() throws IOException {
		Files.createDirectories(this.folder.resolve(".git/rebase-merge"));
		conflict(WEIGHT, TITLE, CATEGORY);
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("yours: V0002__product_title -> V0003__product_title");
	}

	@Test
	void whereGitMergesTheHeadIsOnesOwn() throws IOException {
		Files.createDirectories(this.folder.resolve(".git"));
		conflict(WEIGHT, TITLE, CATEGORY);
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("yours: V0002__theirs -> V0003__theirs");
	}

	@Test
	void whereGitStashedTheHeadIsNotOnesOwn() throws IOException {
		Files.createDirectories(this.folder.resolve(".git"));
		conflict(WEIGHT, TITLE, CATEGORY);
		Files.writeString(journal(),
				Files.readString(journal())
					.replace("<<<<<<< HEAD", "<<<<<<< Updated upstream")
					.replace(">>>>>>> 1a2b3c (mine)", ">>>>>>> Stashed changes"));
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("yours: V0002__product_title -> V0003__product_title");
	}

	@Test
	void aSubmoduleKnowsThatGitRebasesIt() throws IOException {
		Files.createDirectories(this.folder.resolve("modules/shop/rebase-merge"));
		Files.writeString(this.folder.resolve(".git"), "gitdir: modules/shop\n");
		conflict(WEIGHT, TITLE, CATEGORY);
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("yours: V0002__product_title -> V0003__product_title");
	}

	@Test
	void aConflictResolvedByKeepingBothIsPutInOrder() throws IOException {
		conflict(WEIGHT, TITLE, CATEGORY);
		Files.writeString(journal(), Files.readString(journal()).replaceAll("(?m)^(<<<<<<<|=======|>>>>>>>).*\n", ""));
		assertThat(files("check")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("V0002__product_title does not follow V0002__theirs", "hint: rebase");
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("yours: V0002__product_title -> V0003__product_title");
		assertThat(this.folder.resolve("db/undo/U0003__product_title.sql")).exists();
		this.models = products(TITLE, CATEGORY, WEIGHT);
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aFileBesideAnotherOfItsVersionIsToldItsName() throws IOException {
		files("makemigrations");
		Files.writeString(this.folder.resolve("db/migration/V1__by_hand.sql"), "SELECT 1;");
		assertThat(files("check")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("have one version.  fix: call V1__by_hand.sql V0002__by_hand.sql, then record")
			.doesNotContain("history-missing");
	}

	@Test
	void changesThatExcludeEachOtherAreNamed() throws IOException {
		conflict(null, TITLE, CATEGORY);
		assertThat(files("rebase")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).isEqualTo(
				"""
						conflict: yours renames column shop_product.name to shop_product.title, which V0002__theirs dropped
						  yours   V0002__product_title
						          ~ column shop_product.name -> title
						  theirs  V0002__theirs
						          - column shop_product.name varchar(200) not null
						  nothing was changed. Way out: git checkout --ours -- %s, delete the files of V0002__product_title \
						(keep what you wrote by hand), bring the models to what both want, and makemigrations writes the rest anew
						"""
					.formatted(journal()));
		assertThat(this.folder.resolve("db/migration/V0002__product_title.sql")).exists();
	}

	@Test
	void theNewestMigrationIsDiscarded() {
		files("makemigrations");
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		assertThat(files("discard", "0001")).isEqualTo(ExitCode.USAGE);
		assertThat(files("discard")).isEqualTo(ExitCode.FINE);
		assertThat(this.folder.resolve("db/migration/V0002__product_note.sql")).doesNotExist();
		assertThat(files("makemigrations")).isEqualTo(ExitCode.FINE);
		assertThat(files("check")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aFileWrittenByHandIsRecorded() throws IOException {
		files("makemigrations");
		this.models = products(NAME, CATEGORY, NOTE);
		Files.writeString(this.folder.resolve("db/migration/V2__note.sql"),
				"ALTER TABLE shop_product ADD COLUMN note text;");
		assertThat(files("check")).isEqualTo(ExitCode.CONFLICT);
		assertThat(files("record")).isEqualTo(ExitCode.USAGE);
		assertThat(files("record", "--from-models")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  V2__note   1 changes recorded\n      + column shop_product.note text\n");
		assertThat(files("check")).isEqualTo(ExitCode.FINE);
	}

}
