package shop.replica;

import shop.web.OwnAddress;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The button that stops the replay of the standby, and lets it go on. */
@Controller
@Profile("replica")
class ReplayController {

	private final StandbyServer standby;

	ReplayController(StandbyServer standby) {
		this.standby = standby;
	}

	@PostMapping("/replica/replay")
	String replay(@RequestParam boolean wanted, @RequestParam(defaultValue = "/") String page) {
		this.standby.replay(wanted);
		return "redirect:" + OwnAddress.or(page);
	}

}
