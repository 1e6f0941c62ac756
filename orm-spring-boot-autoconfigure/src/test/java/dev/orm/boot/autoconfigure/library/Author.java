package dev.orm.boot.autoconfigure.library;

import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.Id;
import dev.orm.annotation.Sensitive;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;

import static dev.orm.boot.autoconfigure.library.AuthorPath.AUTHOR;

@Table(name = "library_author", ordering = "id")
public class Author extends Model {

	@Id
	private Long id;

	@Pattern(regexp = "[^<>]*", message = "No brackets, please")
	@Column(length = 100)
	private String name;

	@Email
	@Sensitive
	@Column(nullable = true)
	private String email;

	@CreatedBy
	@Column(name = "created_by", nullable = true)
	private String createdBy;

	static void meta(Meta<Author> meta) {
		meta.check("author_named", AUTHOR.name.ne(""));
	}

	public static Author of(String name, String email) {
		Author author = new Author();
		author.name = name;
		author.email = email;
		return author;
	}

	public Long getId() {
		return this.id;
	}

	public String getCreatedBy() {
		return this.createdBy;
	}

	public String getName() {
		return this.name;
	}

}
