package check

import "mappe/generator/catalog"

// rule is one thing that can be wrong: the codes of its findings, and a look at the whole site or at one record.
type rule struct {
	codes  []string
	site   func(*report)
	record func(*report, catalog.Entry)
}

// rules are all rules there are.
func rules() []rule {
	return append(recordRules(), siteRules()...)
}

// siteRules need to see the whole site.
func siteRules() []rule {
	on := func(look func(*report), codes ...string) rule { return rule{codes: codes, site: look} }
	return []rule{
		on(easyTerms),
		on(formerIDTaken, codeFormerIDTaken, codeFormerIDInvalid),
		on(holidaysMissing, codeHolidaysMissing),
		on(missingSiteFile, codeMissingSiteFile),
		on(responsibilityGap, codeResponsibilityGap, codeOnlyCatchAll),
		on(printedOverviews, codeOverviewTaken, codeOverviewColumns, codeOverviewOrder),
		on(printAddressTaken, codePrintAddressTaken),
		on(ring, codeRing),
		on(shortAddressTaken, codeShortAddressTaken),
		on(unpublishedSiteRecord, codeUnpublishedSiteRecord),
		on(unusableOutlines, codeUnusableOutlines, codeOutlinesOfNobody),
		on(unusablePicture, codeMissingPicture, codeNotAPicture, codePictureTooLarge),
		on(unusedMedia, codeUnusedMedia),
		on(unusedTerm, codeUnusedTerm),
	}
}

// recordRules look at one record at a time.
func recordRules() []rule {
	on := func(look func(*report, catalog.Entry), codes ...string) rule { return rule{codes: codes, record: look} }
	return []rule{
		on(admissionWithoutSource, codeAdmissionWithoutSource, codeAdmissionOutdated),
		on(bodyText, bodyTextCodes()...),
		on(contactWithoutChannel, codeContactWithoutChannel),
		on(deadLink, codeDeadLink, codeLinkToUnpublished),
		on(easyGerman, easyGermanCodes()...),
		on(endBeforeStart, codeEndBeforeStart),
		on(entryOutsideRun, codeEntryOutsideRun),
		on(factsInProse, codeFactsInProse),
		on(farCoordinates, codeFarCoordinates, codeHalfCoordinates),
		on(freeWithPrices, codeFreeWithPrices),
		on(guaranteedAndCancelled, codeGuaranteedAndCancelled),
		on(impossibleTimes, codeImpossibleTimes),
		on(invalidAGS, codeInvalidAGS),
		on(levelReversed, codeLevelReversed),
		on(linkOutWithoutAddress, codeLinkOutWithoutAddress),
		on(minAboveMax, codeMinAboveMax),
		on(notAPhone, codeNotAPhone),
		on(noticeOver, codeNoticeOver),
		on(offerWithoutContact, codeOfferWithoutContact),
		on(outdatedTranslation, codeOutdatedTranslation, codeMachineTranslation),
		on(outsidePublication, codeOutsidePublication),
		on(overlappingTimes, codeOverlappingTimes),
		on(personWithoutConsent, codePersonWithoutConsent, codeConsentExpired),
		on(registerAfterStart, codeRegisterAfterStart),
		on(responsibleForEverything, codeResponsibleForEverything),
		on(reviewPassed, codeReviewPassed),
		on(rollingWithoutEnd, codeRollingWithoutEnd),
		on(seatsWithoutDate, codeSeatsWithoutDate),
		on(sessionWithoutStart, codeSessionWithoutStart),
		on(staleRecord, codeStaleRecord, codeExpiredRecord),
		on(statementOutdated, codeStatementOutdated),
		on(tooManyFreeSeats, codeTooManyFreeSeats),
		on(unevenDeparture, codeUnevenDeparture),
		on(unitsMismatch, codeUnitsMismatch),
		on(weeksWithoutFirst, codeWeeksWithoutFirst),
	}
}
