package shop

import dev.orm.OneToMany
import dev.orm.annotation.Column
import dev.orm.annotation.Id
import dev.orm.annotation.Table
import dev.orm.model.Model

/** Somebody who makes jam. */
@Table(name = "maker")
class Maker : Model() {

	@Id
	var id: Long? = null

	@Column(length = 40)
	var name: String = ""

	@Column(length = 40)
	var town: String? = null

	/** The way back of Jam.maker: born with the instance. */
	lateinit var jams: OneToMany<Jam>

}
