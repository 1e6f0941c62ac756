package dev.orm.boot.test.library;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

@Table(name = "library_author", ordering = "id")
public class Author extends Model {

	@Id
	private Long id;

	@Column(length = 100, unique = true)
	private String name;

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

}
