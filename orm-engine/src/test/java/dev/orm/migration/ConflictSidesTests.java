package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.orm.migration.command.ExitCode;
import dev.orm.model.FieldDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.LABEL;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** Whose migration gets the next version where git has a conflict in the journal. */
class ConflictSidesTests extends ShopFiles {

	private Path clone;

	@Override
	Path root() {
		return this.folder.resolve("clone/src/db");
	}

	/**
	 * A branch that adds a column on top of the first migration, and one that adds
	 * another.
	 */
	@BeforeEach
	void twoBranches() throws IOException, InterruptedException {
		this.clone = this.folder.resolve("clone");
		GitBranches.git(this.folder, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git");
		GitBranches.git(this.folder, "clone", "--quiet", "origin.git", "clone");
		GitBranches.git(this.clone, "checkout", "--quiet", "-B", "main");
		make();
		GitBranches.commit(this.clone);
		GitBranches.git(this.clone, "checkout", "--quiet", "-b", "mine");
		migrate(LABEL, "--name=mine", "--fill=shop_product.label=''");
		GitBranches.git(this.clone, "checkout", "--quiet", "main");
		migrate(NOTE, "--name=coupon");
		GitBranches.git(this.clone, "push", "--quiet", "--set-upstream", "origin", "main");
		GitBranches.git(this.clone, "remote", "set-head", "origin", "main");
	}

	private void migrate(FieldDescription added, String... options) throws IOException, InterruptedException {
		this.models = products(NAME, CATEGORY, added);
		make(options);
		GitBranches.commit(this.clone);
	}

	private void merge(String onto, String branch) throws IOException, InterruptedException {
		GitBranches.git(this.clone, "checkout", "--quiet", onto);
		assertThat(GitBranches.exitCode(this.clone, "-c", "user.name=a", "-c", "user.email=a@example.org", "merge",
				branch))
			.isNotZero();
	}

	private void mineComesLast() {
		assertThat(this.said).contains("on the shared branch: V0002__coupon      yours: V0002__mine -> V0003__mine");
		assertThat(sources().journal().migrations()).extracting(Object::toString)
			.isEqualTo(List.of("V0001__initial", "V0002__coupon", "V0003__mine"));
	}

	@Test
	void theSharedBranchIsMergedIntoOnesOwn() throws IOException, InterruptedException {
		merge("mine", "main");
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		mineComesLast();
	}

	@Test
	void onesOwnBranchIsMergedIntoTheSharedOne() throws IOException, InterruptedException {
		merge("main", "mine");
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		mineComesLast();
	}

	@Test
	void onesOwnBranchIsRebasedOntoTheSharedOne() throws IOException, InterruptedException {
		GitBranches.git(this.clone, "checkout", "--quiet", "mine");
		assertThat(GitBranches.exitCode(this.clone, "-c", "user.name=a", "-c", "user.email=a@example.org", "rebase",
				"main"))
			.isNotZero();
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		mineComesLast();
	}

	@Test
	void anotherBranchIsTheSharedOneWhereItIsNamed() throws IOException, InterruptedException {
		merge("main", "mine");
		assertThat(files("rebase", "--upstream=mine")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("on the shared branch: V0002__mine      yours: V0002__coupon -> V0003__coupon");
	}

	@Test
	void aBranchThatHasNeitherTellsNothing() throws IOException, InterruptedException {
		GitBranches.git(this.clone, "branch", "old", "main~1");
		merge("main", "mine");
		assertThat(files("rebase", "--upstream=old")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("old does not tell the sides of the conflict apart",
				"(V0002__coupon; V0002__mine)");
		assertThat(files("rebase", "--upstream=gone")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("git knows no branch gone");
	}

	@Test
	void whatNoBranchSharesYetIsTheOneThatComesIn() throws IOException, InterruptedException {
		GitBranches.git(this.clone, "remote", "remove", "origin");
		merge("mine", "main");
		assertThat(files("rebase")).as(this.said).isEqualTo(ExitCode.FINE);
		mineComesLast();
	}

}
