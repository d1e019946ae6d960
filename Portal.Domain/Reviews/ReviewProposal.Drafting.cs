using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Reviews;

/// <summary>Steps 3 to 6: what the members bring, what the group proposes, what the departments answer.</summary>
public sealed partial class ReviewProposal
{
    /// <summary>F12, step 3.</summary>
    public Result NoteInput(MemberInput input, bool hasOpinion, CaseContext context)
    {
        if (Status != ReviewProposalStatus.CollectingInputs)
        {
            return NotNow();
        }

        if ((context.WhyNotSomebody() ?? (context.IsForMemberOf(GroupId) ? null : Refusal.Forbidden)) is { } stranger)
        {
            return stranger;
        }

        _inputs =
        [
            .. _inputs.Where(i => i.PersonId != context.PrincipalId),
            new MemberInputNote(context.PrincipalId, hasOpinion, hasOpinion ? input.RatingView : null, context.Now),
        ];
        return Done();
    }

    /// <summary>All have answered, or the time for it is over.</summary>
    public Result EndInputs(CaseContext context)
    {
        if (Status != ReviewProposalStatus.CollectingInputs)
        {
            return NotNow();
        }

        GoTo(ReviewProposalStatus.Drafting, context);
        return Done();
    }

    /// <summary>F13, step 4. R-REV-01 [Q]: only the lead, or who stands in for the lead.</summary>
    public Result Propose(ProposalContent input, RatingInput? rating, bool skipsConsultation, CaseContext context)
    {
        if (Status is not (ReviewProposalStatus.Drafting or ReviewProposalStatus.CollectingInputs))
        {
            return NotNow();
        }

        var written = WriteContent(input, rating, context);
        if (!written.IsSuccess)
        {
            return written;
        }

        _consultations = skipsConsultation ? [] : [.. DepartmentsToAsk.Select(d => new DepartmentConsultation(d, null, null, null, null))];
        GoTo(_consultations.Count == 0 ? ReviewProposalStatus.Finalizing : ReviewProposalStatus.InConsultation, context);
        return Done();
    }

    /// <summary>The head of a department has somebody of it prepare the opinion.</summary>
    public Result Assign(string departmentId, AssignOpinionInput input, CaseContext context)
    {
        if ((WhyNoOpinion(departmentId) ?? WhyNotSigner(departmentId, context)) is { } refusal)
        {
            return refusal;
        }

        if (context.Directory.Person(input.StaffId!) is not { } staff || staff.DepartmentId != departmentId
            || !staff.IsValidOn(context.Today))
        {
            return Refusal.Invalid([new FieldError("staffId", "Review.NotOfDepartment", "Đ11")]);
        }

        if (Interested().Contains(staff.Id))
        {
            return Refusal.Invalid([new FieldError("staffId", "Review.InterestedStaff", "Đ11")]);
        }

        return ChangeConsultation(departmentId, c => c with { StaffId = staff.Id });
    }

    /// <summary>Who was asked to prepares it; the head of the department signs.</summary>
    public Result PrepareOpinion(string departmentId, ConsultationInput input, CaseContext context)
    {
        if ((WhyNoOpinion(departmentId) ?? context.WhyNotSomebody()) is { } refusal)
        {
            return refusal;
        }

        if (IsInterested(context))
        {
            return ReviewProposalRefusals.OwnProposal;
        }

        if (!context.IsFor(_consultations.Find(c => c.DepartmentId == departmentId)!.StaffId))
        {
            return Refusal.Forbidden;
        }

        return WhyNotItems(input.Items?.Select(i => i.Item), "items", ReviewSubjectType.Collective) is { } wrong ? wrong
            : ChangeConsultation(departmentId, c => c with { Draft = input with { Secrecy = null } });
    }

    /// <summary>F14, step 5. A late answer is kept until the dossier is made (E-R2).</summary>
    public Result AnswerOpinion(string departmentId, ConsultationInput input, ConsultationStance stance, CaseContext context)
    {
        if ((WhyNoOpinion(departmentId) ?? WhyNotSigner(departmentId, context)) is { } refusal)
        {
            return refusal;
        }

        return WhyNotItems(input.Items?.Select(i => i.Item), "items", ReviewSubjectType.Collective) is { } wrong ? wrong
            : ChangeConsultation(departmentId, c => c with { Stance = stance, SignerId = context.Actor.PersonId, At = context.Now });
    }

    /// <summary>Every department has answered.</summary>
    public Result EndConsultation(CaseContext context)
    {
        if (Status != ReviewProposalStatus.InConsultation)
        {
            return NotNow();
        }

        GoTo(ReviewProposalStatus.Finalizing, context);
        return Done();
    }

    /// <summary>E-R2: time is over and the lead goes on; who has not answered is marked.</summary>
    public Result GoOn(CaseContext context)
    {
        if (Status != ReviewProposalStatus.InConsultation)
        {
            return NotNow();
        }

        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        if (context.Now < Due(Calendar.ConsultedBy ?? ConsultedByAdHoc(context), context))
        {
            return ReviewProposalRefusals.ConsultationRuns(context.Calendar.OnOrAfter(Calendar.ConsultedBy ?? ConsultedByAdHoc(context)));
        }

        GoTo(ReviewProposalStatus.Finalizing, context);
        return Done();
    }

    /// <summary>Step 6: each opinion that was given is handled, and all goes to the leader in charge.</summary>
    public Result Submit(ProposalContent input, RatingInput? rating, OpinionHandlingInput[]? handling, CaseContext context)
    {
        if (Status is not (ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned or ReviewProposalStatus.Withdrawn))
        {
            return NotNow();
        }

        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        var departments = (handling ?? []).Select(h => h.DepartmentId!).ToList();
        if (departments.FindIndex(d => departments.IndexOf(d) != departments.LastIndexOf(d)) is var twice && twice >= 0)
        {
            return Refusal.Invalid([new FieldError($"handling[{twice}].departmentId", "Review.TwiceDecided")]);
        }

        var handled = (handling ?? []).ToDictionary(h => h.DepartmentId!, h => h);
        var missing = _consultations.Find(c => c.AsksForChange && !handled.ContainsKey(c.DepartmentId));
        if (missing is not null && !input.IsStub())
        {
            return Refusal.Invalid(
                [new FieldError("handling", "Review.OpinionUnhandled", "Đ11", context.Directory.Department(missing.DepartmentId)?.Name)]);
        }

        if (handled.Keys.FirstOrDefault(d => _consultations.TrueForAll(c => c.DepartmentId != d)) is { } uninvited)
        {
            var name = context.Directory.Department(uninvited)?.Name ?? uninvited;
            return Refusal.Invalid([new FieldError("handling", "Review.NotConsulted", "Đ11", name)]);
        }

        var written = WriteContent(input, rating, context);
        if (!written.IsSuccess)
        {
            return written;
        }

        _consultations =
            [.. _consultations.Select(
                c => handled.TryGetValue(c.DepartmentId, out var h)
                    ? c with { Handling = h.Handling, HandlingReason = h.Reason ?? "" }
                    : c)];
        IsWithHead = false;
        GoTo(ReviewProposalStatus.AwaitingLeaderInCharge, context);
        return Done();
    }
}
