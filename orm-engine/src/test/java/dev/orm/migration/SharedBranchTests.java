package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.orm.migration.command.ExitCode;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.LABEL;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** A migration that is on the branch of all is neither deleted nor changed. */
class SharedBranchTests extends ShopFiles {

	private static final String REFUSED = "V0001__initial is on the shared branch origin/main: others may have run it. "
			+ "Take it back by a new migration (revert), or write one";

	@Override
	Path root() {
		return this.folder.resolve("clone/src/db");
	}

	/** A clone whose first migration is pushed, and whose second is one's own. */
	private void sharedAndOwn() throws IOException, InterruptedException {
		GitBranches.git(this.folder, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git");
		GitBranches.git(this.folder, "clone", "--quiet", "origin.git", "clone");
		Path clone = this.folder.resolve("clone");
		GitBranches.git(clone, "checkout", "--quiet", "-B", "main");
		assertThat(files("makemigrations")).isEqualTo(ExitCode.FINE);
		GitBranches.commit(clone);
		GitBranches.git(clone, "push", "--quiet", "--set-upstream", "origin", "main");
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(files("makemigrations")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void onlyWhatIsOnesOwnIsDiscarded() throws IOException, InterruptedException {
		sharedAndOwn();
		assertThat(files("discard")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("discard")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains(REFUSED);
		assertThat(root().resolve("migration/V0001__initial.sql")).exists();
		assertThat(sources().journal().migrations()).hasSize(1);
	}

	@Test
	void onlyWhatIsOnesOwnIsUpdated() throws IOException, InterruptedException {
		sharedAndOwn();
		this.models = products(NAME, CATEGORY, NOTE, LABEL);
		assertThat(files("makemigrations", "--update", "--fill=shop_product.label=''")).as(this.said)
			.isEqualTo(ExitCode.FINE);
		assertThat(files("discard")).as(this.said).isEqualTo(ExitCode.FINE);
		String before = Files.readString(root().resolve("schema.journal"));
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(files("makemigrations", "--update")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains(REFUSED);
		assertThat(root().resolve("schema.journal")).hasContent(before);
	}

	@Test
	void anotherBranchIsTheSharedOneWhereItIsNamed() throws IOException, InterruptedException {
		sharedAndOwn();
		GitBranches.git(this.folder.resolve("clone"), "checkout", "--quiet", "-b", "release");
		GitBranches.commit(this.folder.resolve("clone"));
		assertThat(files("discard", "--upstream=release")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("V0002__product_note is on the shared branch release");
		assertThat(files("discard", "--upstream=gone")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("git knows no branch gone");
		assertThat(files("discard")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aMigrationOfTheSameVersionIsAnotherOne() throws IOException, InterruptedException {
		sharedAndOwn();
		assertThat(files("discard")).isEqualTo(ExitCode.FINE);
		Files.writeString(root().resolve("schema.journal"),
				Files.readString(root().resolve("schema.journal")).replace("V0001__initial", "V0001__mine"));
		assertThat(files("discard")).as(this.said).isEqualTo(ExitCode.FINE);
	}

}
