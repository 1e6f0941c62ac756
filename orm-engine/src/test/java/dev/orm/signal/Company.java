package dev.orm.signal;

import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A company: models that point to each other in all the ways a delete follows. */
final class Company {

	private Company() {
	}

	/** Whatever has a name. */
	abstract static class Named extends Model {

		@Id
		Long id;

		String name = "";

	}

	@Table(name = "firm")
	static class Firm extends Named {

	}

	@Table(name = "branch")
	static class Branch extends Named {

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Firm> firm;

	}

	@Table(name = "person")
	static class Person extends Named {

		@OnDelete(OnDeleteAction.CASCADE)
		@Nullable ForeignKey<Firm> firm;

		@OnDelete(OnDeleteAction.SET_NULL)
		@Nullable ForeignKey<Branch> branch;

	}

	@Table(name = "chief")
	static class Chief extends Person {

		int rank;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("chiefs")
		ForeignKey<Branch> over;

	}

	@Table(name = "badge")
	static class Badge extends Named {

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Person> person;

	}

	@Table(name = "trip")
	static class Trip extends Named {

		@OnDelete(OnDeleteAction.CASCADE)
		@Nullable ForeignKey<Chief> chief;

		@OnDelete(OnDeleteAction.RESTRICT)
		ForeignKey<Badge> badge;

	}

}
