using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Cases;

/// <summary>
/// A question on a case: to one person, until a day, answered among the comments. No step is returned for it and no deadline moves.
/// </summary>
public sealed class CaseQuestions(PortalOperations operations)
{
    private const int MaxOpen = 50;

    /// <param name="asked">Must be able to read the case.</param>
    public Task<Result> AskAsync(
        Actor actor, Guid caseId, string asked, DateOnly? until, Remark question, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (await CaseActs.ReadableAsync(o, caseId, cancellation) is not { } found)
            {
                return Refusal.NotFound;
            }

            var sensitivity = await CaseActs.SensitivityOfAsync(o, found, question, cancellation);
            var made = CaseComment.Ask(found, asked, until, question, sensitivity, o.Context);
            if (!made.IsSuccess)
            {
                return made.Refusal;
            }

            if (!CaseActs.CanRead(o, found, asked))
            {
                return Refusal.Invalid(
                    [new FieldError("asked", "Comment.CannotRead", null, o.Context.Directory.NameOf(asked))]);
            }

            Keep(o, found, made.Value, NotificationKind.Asked, "Question.Asked");
            return Result.Ok;
        }, cancellation: cancellation);

    public Task<Result> AnswerAsync(Actor actor, Guid questionId, Remark answer, CancellationToken cancellation = default) =>
        OnQuestionAsync(actor, questionId, async (o, found, question) =>
        {
            var made = question.Answer(answer, await CaseActs.SensitivityOfAsync(o, found, answer, cancellation), o.Context);
            if (!made.IsSuccess)
            {
                return made.Refusal;
            }

            Keep(o, found, made.Value, NotificationKind.Answered, "Question.Answered");
            return Result.Ok;
        }, cancellation);

    /// <summary>Who asked needs no answer any more.</summary>
    public Task<Result> SettleAsync(Actor actor, Guid questionId, CancellationToken cancellation = default) =>
        OnQuestionAsync(actor, questionId, (o, found, question) =>
        {
            var done = question.Settle(o.Context);
            if (done.IsSuccess)
            {
                o.Audit("Question.Settled", found.Number, caseId: found.Id);
                o.Store.Touch(found.Id, found.People.Select(p => p.PersonId).Append(question.AskedId!));
            }

            return Task.FromResult(done);
        }, cancellation);

    /// <summary>What one is asked and has not answered, the most urgent first; only of cases that one may still read.</summary>
    public async Task<IReadOnlyList<OpenQuestion>> MineAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db => await db.Comments.Where(q => q.AskedId == actor.PersonId && q.SettledAt == null)
            .Join(db.Cases.Where(CaseAccess.Content(scope)), q => q.CaseId, c => c.Id, (q, c) => new { Question = q, c.Number, c.Title })
            .OrderBy(q => q.Question.AnswerBy == null).ThenBy(q => q.Question.AnswerBy).ThenBy(q => q.Question.At).Take(MaxOpen)
            .Select(q => new OpenQuestion(
                q.Question.Id, q.Number, q.Title, q.Question.PersonId, q.Question.Text, q.Question.At, q.Question.AnswerBy))
            .ToListAsync(cancellation), cancellation);
    }

    private Task<Result> OnQuestionAsync(
        Actor actor, Guid questionId, Func<Operation, Case, CaseComment, Task<Result>> act, CancellationToken cancellation) =>
        operations.RunAsync(actor, async o =>
            await o.Db.Comments.FirstOrDefaultAsync(q => q.Id == questionId && q.AskedId != null, cancellation) is { } question
            && await CaseActs.ReadableAsync(o, question.CaseId, cancellation) is { } found
                ? await act(o, found, question)
                : Refusal.NotFound, cancellation: cancellation);

    private static void Keep(Operation o, Case found, CaseComment comment, NotificationKind kind, string act)
    {
        o.Db.Comments.Add(comment);
        o.Db.Notifications.Add(new Notification
        {
            PersonId = comment.Mentions,
            Kind = kind,
            CaseId = found.Id,
            Text = LocalText.Typed(found.Number),
            At = o.Context.Now,
        });
        o.Audit(act, found.Number, caseId: found.Id);
        o.Store.Touch(found.Id, found.People.Select(p => p.PersonId).Append(comment.Mentions));
    }
}
