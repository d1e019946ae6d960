using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>What the forms of P3 know before anybody types.</summary>
internal static class ReviewPrefill
{
    public static JsonObject Of(FormOpening opening)
    {
        var (formKey, context, proposal) = (opening.FormKey, opening.Context, opening.Subject as ReviewProposal);
        return formKey switch
        {
            "review-cycle" =>
                opening.Subject is ReviewCycle cycle ? FormInput.ToJson(cycle.Content with { Secrecy = null }) : NewCycle(context),
            "review-sent" => FormInput.ToJson(new SubmissionSentInput { SentOn = context.Today }),
            "review-proposal" or "review-proposal-adhoc" =>
                new JsonObject { ["noSuggestion"] = false, ["suggestions"] = new JsonArray(new JsonObject()) },
            "review-final" or "review-final-adhoc" when proposal is not null => Final(formKey, proposal, opening.ReadsRestricted),
            "review-consultation" when proposal?.Consultations.FirstOrDefault(c => c.DepartmentId == opening.Item)?.Draft is { } draft =>
                FormInput.ToJson(draft),
            "review-decision" or "review-collective" => Decision(formKey, context),
            "review-collective-adhoc" or "review-conclusion" =>
                new JsonObject
                {
                    ["meetingDate"] = context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["form"] = nameof(CollectiveForm.CollectiveMeeting)
                },
            "review-outcome" when proposal is not null =>
                Rows(proposal, opening.ReadsRestricted, s => s.IsAlive, s => new JsonObject { ["item"] = s.Number }),
            "review-issue" when proposal is not null =>
                new JsonObject { ["addressee"] = context.Directory.Area(proposal.AreaId)?.PartyCommittee },
            "review-advice" or "review-advice-adhoc" when proposal is not null =>
                Again(opening) ?? Advice(formKey, proposal, opening.ReadsRestricted),
            "review-rating" => FormInput.ToJson(new FinalRatingInput { DecidingBody = "Ban Thường vụ Tỉnh ủy" }),
            _ => [],
        };
    }

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

    private static JsonObject Final(string formKey, ReviewProposal proposal, bool restricted)
    {
        var form = Rows(proposal, restricted, _ => true, s => FormInput.ToJson(s.Content));
        form["noSuggestion"] = proposal.NoSuggestion;
        form["noSuggestionReason"] = proposal.NoSuggestionReason.Length > 0 ? proposal.NoSuggestionReason : null;
        if (proposal.Rated is { } rated)
        {
            form["conflictedIds"] = rated.ConflictedIds is { } people
                ? new JsonArray([.. people.Select(p => (JsonNode)JsonValue.Create(p)!)])
                : null;
            form["rating"] = formKey == "review-final" && rated.Rating is { } rating ? FormInput.ToJson(rating) : null;
        }

        form["handling"] = new JsonArray([.. proposal.Consultations.Where(c => c.Stance is not null).Select(c => (JsonNode)new JsonObject
        {
            ["departmentId"] = c.DepartmentId,
            ["handling"] = c.Handling?.ToString() ?? (c.Stance == ConsultationStance.Agree ? nameof(OpinionHandling.Accepted) : null),
            ["reason"] = c.HandlingReason.Length > 0 ? c.HandlingReason : null,
        })]);
        return form;
    }

    private static JsonObject Decision(string formKey, CaseContext context)
    {
        var form = new JsonObject { ["ratingDecision"] = nameof(RatingDecisionKind.Keep) };
        if (formKey == "review-collective")
        {
            form["meetingDate"] = context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            form["form"] = nameof(CollectiveForm.CollectiveMeeting);
        }

        return form;
    }

    private static JsonObject Advice(string formKey, ReviewProposal proposal, bool restricted)
    {
        var form = Rows(proposal, restricted, s => s.IsIssued && !s.IsKeptOffSystem,
            s => s.FollowUp is { } before ? FormInput.ToJson(before) : new JsonObject { ["item"] = s.Number });
        if (formKey == "review-advice")
        {
            form["advisedRating"] = (proposal.AdvisedRating ?? proposal.CurrentRating)?.ToString();
        }

        return form;
    }

    // E-R1: what came back is there as it was sent, what names individuals for those who may read it.
    private static JsonObject? Again(FormOpening opening)
    {
        var formKey = opening.FormKey;
        if (opening.LastForm(formKey)?.DeepClone() is not JsonObject form)
        {
            return null;
        }

        form.Remove("secrecy");
        foreach (var (name, value) in opening.LastForm(formKey + ApartForms.Ending) ?? [])
        {
            form[name] = value?.DeepClone();
        }

        return form;
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
