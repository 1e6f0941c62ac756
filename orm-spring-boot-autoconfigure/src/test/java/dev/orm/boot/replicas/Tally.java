package dev.orm.boot.replicas;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of JPA. */
@Entity
@Table(name = "tally")
class Tally {

	@Id
	private int id;

	private int value;

	int value() {
		return this.value;
	}

	void add() {
		this.value++;
	}

}
