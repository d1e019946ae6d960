using Portal.Domain.Reviews;

namespace Portal.Benchmarks.Acts;

/// <summary>The jobs of P3: what the leader in charge decides on a proposal.</summary>
internal sealed class ReviewJobs(Desk desk, ReviewCases reviews)
{
    public IEnumerable<Job> All =>
    [
        new("leader decides a proposal, keeps both suggestions", new(3, 0), new(2, 0), KeepBothAsync),
        new("the same, changes one", new(7, 23), new(4, 6), ChangeOneAsync),
    ];

    private async Task<Hand> KeepBothAsync()
    {
        var proposal = await reviews.SubmittedAsync(People.Area);
        var (hand, form) = await desk.OpenTaskAsync(People.Leader, proposal.Number, ReviewForms.Decision);
        await form.SendAsync("AgreeToDossier");
        return hand;
    }

    private async Task<Hand> ChangeOneAsync()
    {
        var proposal = await reviews.SubmittedAsync(People.SecondArea);
        var (hand, form) = await desk.OpenTaskAsync(People.Leader, proposal.Number, ReviewForms.Decision);
        await form.ChangeRowAsync("suggestions", 0);
        await form.NoSecretAsync();
        await form.TextAsync("suggestions[0].text", Wording.Of("review.amended"));
        await form.SendAsync("AgreeToDossier");
        return hand;
    }
}
