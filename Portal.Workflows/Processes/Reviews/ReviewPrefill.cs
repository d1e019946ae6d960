using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>What the forms of P3 know before anybody types.</summary>
public static class ReviewPrefill
{
    private static readonly Dictionary<string, Func<FormOpening, JsonObject>> ByForm = new()
    {
        [ReviewForms.Cycle.Key] = Cycle,
        [ReviewForms.Sent.Key] = Sent,
        [ReviewForms.Proposal.Key] = Proposal,
        [ReviewForms.AdHocProposal.Key] = Proposal,
        [ReviewForms.Final.Key] = OfProposal(Final),
        [ReviewForms.AdHocFinal.Key] = OfProposal(AdHocFinal),
        [ReviewForms.Consultation.Key] = OfProposal(Consultation),
        [ReviewForms.Decision.Key] = OfProposal(Decision),
        [ReviewForms.AdHocDecision.Key] = OfProposal(AdHocDecision),
        [ReviewForms.Collective.Key] = OfProposal(Collective),
        [ReviewForms.AdHocCollective.Key] = OfProposal(AdHocCollective),
        [ReviewForms.Conclusion.Key] = MeetingToday,
        [ReviewForms.Outcome.Key] = OfProposal(Outcome),
        [ReviewForms.Release.Key] = OfProposal((opening, proposal) =>
            Rows(proposal, opening.ReadsRestricted, s => s.IsToBeReleased, s => new JsonObject { ["item"] = s.Number })),
        [ReviewForms.Issue.Key] = OfProposal(Issue),
        [ReviewForms.Advice.Key] = OfProposal(Advice),
        [ReviewForms.AdHocAdvice.Key] = OfProposal(AdHocAdvice),
        [ReviewForms.FinalRating.Key] = FinalRating,
        [ReviewForms.Remedies.Key] = OfProposal(Remedies),
    };

    internal static JsonObject Of(FormOpening opening) => ByForm.TryGetValue(opening.FormKey, out var known) ? known(opening) : [];

    // Before there is a proposal, nothing is known.
    private static Func<FormOpening, JsonObject> OfProposal(Func<FormOpening, ReviewProposal, JsonObject> known) =>
        opening => opening.Subject is ReviewProposal proposal ? known(opening, proposal) : [];

    private static JsonObject Cycle(FormOpening opening) =>
        opening.Subject is ReviewCycle cycle ? FormInput.ToJson(cycle.Content with { Secrecy = null }) : NewCycle(opening.Context);

    private static JsonObject Sent(FormOpening opening) => FormInput.ToJson(new SubmissionSentInput { SentOn = opening.Context.Today });

    private static JsonObject Proposal(FormOpening opening)
    {
        var form = new JsonObject { ["noSuggestion"] = false, ["suggestions"] = new JsonArray(new JsonObject()) };
        if (opening.Subject is ReviewProposal { IsAdHoc: false } proposal)
        {
            form["rating"] = FormInput.ToJson(
                new RatingInput { Conditions = (proposal.Scale ?? RatingScale.Usual).Questions() });
        }

        return form;
    }

    // A row for each suggestion on a collective that goes on, as whoever prepared the opinion filled it in.
    private static JsonObject Consultation(FormOpening opening, ReviewProposal proposal)
    {
        var draft = proposal.Consultations.FirstOrDefault(c => c.DepartmentId == opening.Item)?.Draft ?? new ConsultationInput();
        var rows = proposal.Suggestions.Where(s => s.SubjectType == ReviewSubjectType.Collective && s.IsAlive)
            .Select(s => draft.Items?.FirstOrDefault(i => i.Item == s.Number)
                ?? new ItemStance { Item = s.Number, Stance = ConsultationStance.Agree });
        return FormInput.ToJson(draft with
        {
            Items = [.. rows],
            RatingStance = draft.RatingStance ?? (proposal.IsAdHoc ? null : ConsultationStance.Agree),
        });
    }

    private static JsonObject Decision(FormOpening opening, ReviewProposal proposal) => Joined(
        AdHocDecision(opening, proposal), new JsonObject { ["ratingDecision"] = nameof(RatingDecisionKind.Keep) });

    private static JsonObject Collective(FormOpening opening, ReviewProposal proposal) =>
        Joined(Decision(opening, proposal), MeetingToday(opening));

    private static JsonObject AdHocCollective(FormOpening opening, ReviewProposal proposal) =>
        Joined(AdHocDecision(opening, proposal), MeetingToday(opening));

    // Each is kept unless something else is said; what was dropped stays so, with its reason.
    private static JsonObject AdHocDecision(FormOpening opening, ReviewProposal proposal) =>
        Rows(proposal, opening.ReadsRestricted, _ => true, s => FormInput.ToJson(new ItemDecision
        {
            Item = s.Number,
            Decision = s.IsAlive ? LeaderDecisionKind.Keep : LeaderDecisionKind.Drop,
            Reason = s.IsAlive ? null : s.LastReason,
        }));

    private static JsonObject Joined(JsonObject form, JsonObject more)
    {
        foreach (var (name, value) in more)
        {
            form[name] = value?.DeepClone();
        }

        return form;
    }

    private static JsonObject MeetingToday(FormOpening opening) => new()
    {
        ["meetingDate"] = opening.Context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["form"] = nameof(CollectiveForm.CollectiveMeeting),
    };

    private static JsonObject Outcome(FormOpening opening, ReviewProposal proposal) =>
        Rows(proposal, opening.ReadsRestricted, s => s.IsAlive, s => new JsonObject { ["item"] = s.Number });

    private static JsonObject Issue(FormOpening opening, ReviewProposal proposal) =>
        new() { ["addressee"] = opening.Context.Directory.Area(proposal.AreaId)?.PartyCommittee };

    private static JsonObject FinalRating(FormOpening opening) =>
        FormInput.ToJson(new FinalRatingInput { DecidingBody = "Ban Thường vụ Tỉnh ủy" });

    private static JsonObject NewCycle(CaseContext context)
    {
        var year = context.Today.Year;
        var settings = context.Settings;
        var watched = context.Directory.Data.Areas
            .Where(a => a.IsValidOn(context.Today) && context.Directory.GroupOfArea(a.Id, context.Today) is not null)
            .ToLookup(a => a.KindId, a => a.Id);
        return FormInput.ToJson(new ReviewCycleInput
        {
            Year = year,
            Title = $"Kiểm điểm, xếp loại chất lượng năm {year.ToString(CultureInfo.InvariantCulture)}",
            ReferenceDate = context.Today,
            LegalBases = [new LegalBasisInput()],
            Scope = ReviewScope.CollectivesAndIndividuals,
            UsesScore = false,
            Thresholds = RatingScale.Usual.Thresholds,
            Conditions = RatingScale.Usual.Conditions,
            Quota = new QuotaInput
            {
                Percent = settings.Int("Rating.QuotaPercent"),
                ExceptionalPercent = settings.Int("Rating.QuotaException"),
                Base = Enum.Parse<QuotaBase>(settings.Text("Rating.QuotaBase")),
                Rounding = Enum.Parse<QuotaRounding>(settings.Text("Rating.QuotaRounding")),
            },
            ComparableGroups = [.. context.Directory.Data.Kinds
                .OrderBy(k => k.Order)
                .Where(k => watched.Contains(k.Id))
                .Select(k => new ComparableGroupInput { Name = k.Name, AreaIds = [.. watched[k.Id]] })],
            Consultants = [.. context.Directory.Data.Departments
                .SelectMany(d => d.WorkDomains.Select(w => new ConsultantInput { Domain = w, DepartmentId = d.Id }))],
            Calendar = ReviewCalendar.Of(year),
        });
    }

    /// <summary>The cycle of this year like that of another: what was agreed for it is the data of this one.</summary>
    public static JsonObject LikeEarlier(ReviewCycleInput earlier, DateOnly today)
    {
        var (year, before) = (today.Year, earlier.Year ?? today.Year);
        string Number(int y) => y.ToString(CultureInfo.InvariantCulture);
        return FormInput.ToJson(earlier with
        {
            Secrecy = null,
            Year = year,
            Title = earlier.Title?.Replace(Number(before), Number(year), StringComparison.Ordinal),
            ReferenceDate = today,
            Thresholds = earlier.Thresholds ?? RatingScale.Usual.Thresholds,
            Conditions = earlier.Conditions ?? RatingScale.Usual.Conditions,
            Calendar = earlier.Calendar?.InYears(year - before),
        });
    }

    private static JsonObject Final(FormOpening opening, ReviewProposal proposal)
    {
        var form = AdHocFinal(opening, proposal);
        if (proposal.Rated?.Rating is { } rating)
        {
            form["rating"] = FormInput.ToJson(rating with
            {
                Conditions = rating.Conditions is { Length: > 0 } answers ? answers : (proposal.Scale ?? RatingScale.Usual).Questions(),
            });
        }

        return form;
    }

    private static JsonObject AdHocFinal(FormOpening opening, ReviewProposal proposal)
    {
        var form = Rows(proposal, opening.ReadsRestricted, _ => true, s => FormInput.ToJson(s.Content));
        form["noSuggestion"] = proposal.NoSuggestion;
        form["noSuggestionReason"] = proposal.NoSuggestionReason.Length > 0 ? proposal.NoSuggestionReason : null;
        if (proposal.Rated is { } rated)
        {
            form["conflictedIds"] = rated.ConflictedIds is { } people
                ? new JsonArray([.. people.Select(p => (JsonNode)JsonValue.Create(p)!)])
                : null;
            form["rating"] = null;
        }

        form["handling"] = new JsonArray([.. proposal.Consultations
            .Where(c => c.Stance is not null)
            .Select(c => (JsonNode)new JsonObject
            {
                ["departmentId"] = c.DepartmentId,
                ["handling"] = HandlingOf(c),
                ["reason"] = c.HandlingReason.Length > 0 ? c.HandlingReason : null,
            })]);
        return form;
    }

    // What agrees is accepted unless something else was decided.
    private static string? HandlingOf(DepartmentConsultation consultation) =>
        consultation.Handling?.ToString()
            ?? (consultation.Stance == ConsultationStance.Agree ? nameof(OpinionHandling.Accepted) : null);

    private static JsonObject Advice(FormOpening opening, ReviewProposal proposal)
    {
        if (opening.SentBefore() is { } again)
        {
            return again;
        }

        var form = FollowUps(opening, proposal);
        form["advisedRating"] = (proposal.AdvisedRating ?? proposal.CurrentRating)?.ToString();
        return form;
    }

    private static JsonObject AdHocAdvice(FormOpening opening, ReviewProposal proposal) =>
        opening.SentBefore() ?? FollowUps(opening, proposal);

    private static JsonObject FollowUps(FormOpening opening, ReviewProposal proposal) =>
        Rows(proposal, opening.ReadsRestricted, s => s.IsIssued && !s.IsKeptOffSystem,
            s => s.FollowUp is { } before ? FormInput.ToJson(before) : new JsonObject { ["item"] = s.Number });

    // A row for each remedy, as it was left last.
    private static JsonObject Remedies(FormOpening opening, ReviewProposal proposal)
    {
        RemedyProgress[] Of(ReviewSubjectType type) =>
        [
            .. proposal.RemediesOf(type).Select((r, i) => new RemedyProgress
            {
                Item = i + 1, State = r.State ?? RemedyState.UnderWay, DoneOn = r.DoneOn, Note = r.Note,
            }),
        ];
        var individuals = opening.ReadsRestricted ? Of(ReviewSubjectType.Individual) : [];
        return FormInput.ToJson(new RemediesInput
        {
            Followed = Of(ReviewSubjectType.Collective),
            IndividualFollowed = individuals.Length > 0 ? individuals : null,
        });
    }

    private static JsonObject Rows(
        ReviewProposal proposal, bool restricted, Func<ReviewSuggestion, bool> which, Func<ReviewSuggestion, JsonObject> row)
    {
        JsonArray Of(ReviewSubjectType type) =>
            new([.. proposal.Suggestions.Where(s => s.SubjectType == type && which(s)).Select(s => (JsonNode)row(s))]);
        var form = new JsonObject { ["suggestions"] = Of(ReviewSubjectType.Collective) };
        if (restricted && Of(ReviewSubjectType.Individual) is { Count: > 0 } individuals)
        {
            form["individuals"] = individuals;
        }

        return form;
    }
}
