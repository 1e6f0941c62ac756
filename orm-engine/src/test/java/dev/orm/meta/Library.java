package dev.orm.meta;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Proxy;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Symmetrical;
import dev.orm.annotation.Table;
import dev.orm.annotation.Through;
import dev.orm.annotation.ToField;
import dev.orm.model.ForeignKey;

import dev.orm.model.Model;
import dev.orm.model.OneToOne;

/** A library with every kind of relation. */
final class Library {

	private Library() {
	}

	@Table(name = "library_country")
	static class Country extends Model {

		@Id
		@Column(length = 2)
		String code;

		@Column(unique = true)
		String name;

	}

	@Table(name = "library_author")
	static class Author extends Model {

		@Id
		Long id;

		String name;

		@OnDelete(OnDeleteAction.PROTECT)
		@ToField("name")
		ForeignKey<Country> country;

		@Symmetrical
		ManyToMany<Author> friends;

		@RelatedName("pupils")
		ManyToMany<Author> teachers;

	}

	@Table(name = "library_work")
	static class Work extends Model {

		@Id
		Long id;

		String title;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Author> author;

		@Through(Loan.class)
		@RelatedName("borrowed")
		ManyToMany<Member> readers;

	}

	@Table(name = "library_map")
	static class AtlasMap extends Work {

		int scale;

		@OnDelete(OnDeleteAction.SET_NULL)
		@Column(nullable = true)
		@RelatedName(value = "maps", query = "map")
		ForeignKey<Work> partOf;

	}

	@Proxy
	static class OldWork extends Work {

	}

	@Table(name = "library_member")
	static class Member extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		OneToOne<Author> author;

		@OnDelete(OnDeleteAction.DO_NOTHING)
		@Column(nullable = true)
		@RelatedName("+")
		ForeignKey<Country> home;

	}

	@Table(name = "library_loan")
	static class Loan extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Member> member;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Work> work;

	}

	@Table(name = "library_label")
	static class Label extends Model {

		@Id
		@OnDelete(OnDeleteAction.CASCADE)
		OneToOne<OldWork> work;

		@OnDelete(OnDeleteAction.CASCADE)
		@Column(nullable = true)
		@RelatedName("copies")
		ForeignKey<Label> original;

		@RelatedName("labels")
		ManyToMany<Author> authors;

	}

}
