package dev.orm.boot.test.library;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

@Table(name = "library_book", ordering = "id")
public class Book extends Model {

	@Id
	private Long id;

	@Column(length = 100)
	private String title;

	private int pages;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("books")
	private ForeignKey<Author> author;

	@RelatedName("translated")
	private ManyToMany<Author> translators;

	public ManyToMany<Author> getTranslators() {
		return this.translators;
	}

	public Long getId() {
		return this.id;
	}

	public String getTitle() {
		return this.title;
	}

	public int getPages() {
		return this.pages;
	}

	public ForeignKey<Author> getAuthor() {
		return this.author;
	}

}
