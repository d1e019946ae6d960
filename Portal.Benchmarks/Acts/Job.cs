namespace Portal.Benchmarks.Acts;

/// <summary>One daily job, from the start page to the receipt.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Before">What it cost before the screens were made lighter.</param>
/// <param name="Aim">What it is to cost at most.</param>
/// <param name="DoAsync">Brings a case to the step, not counted, and does the job; returns the hand that did it.</param>
internal sealed record Job(string Name, Figure Before, Figure Aim, Func<Task<Hand>> DoAsync);
