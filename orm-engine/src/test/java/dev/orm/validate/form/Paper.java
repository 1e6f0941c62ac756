package dev.orm.validate.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import dev.orm.annotation.Column;
import dev.orm.annotation.Editable;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** A model people fill in. */
@Table(name = "paper")
class Paper extends Model {

	@Id
	Long id;

	@Label(value = "Title", help = "As on the cover")
	@Column(length = 20, unique = true)
	String title;

	@Column(length = 20, nullable = true)
	String subtitle;

	@Column(precision = 6, scale = 2)
	BigDecimal price;

	int pages = 1;

	@Column(nullable = true)
	LocalDate published;

	boolean draft;

	@Column(nullable = true)
	Kind kind;

	@Column(nullable = true)
	List<String> words;

	@Editable(false)
	@Column(length = 10, nullable = true)
	String secret;

	@OnDelete(OnDeleteAction.CASCADE)
	@Column(nullable = true)
	@RelatedName("papers")
	ForeignKey<Publisher> maker;

	/** Kinds of papers. */
	enum Kind {

		NEWS, SCIENCE

	}

}
