package dev.orm.boot.autoconfigure.library;

import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

@Table(name = "library_author", ordering = "id")
public class Author extends Model {

	@Id
	private Long id;

	@Column(length = 100)
	private String name;

	@CreatedBy
	@Column(name = "created_by", nullable = true)
	private String createdBy;

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
