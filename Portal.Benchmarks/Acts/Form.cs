using System.Globalization;
using Microsoft.Playwright;
using Portal.Domain.Forms;

namespace Portal.Benchmarks.Acts;

/// <summary>
/// The form on the page, filled in field by field; its fields are named as errors name them: <c>items[0].content</c>. What stands there
/// already costs nothing, and pages are turned as the fields demand it.
/// </summary>
internal sealed class Form(Hand hand, FormSchema schema)
{
    private int _page;

    /// <summary>Answers the state-secret question with no.</summary>
    public Task NoSecretAsync() => hand.ChooseAsync(hand.Page.Locator("main .gate:visible input[type=radio]").First);

    /// <summary>Types into a field that is empty.</summary>
    public async Task TextAsync(string field, string text)
    {
        var box = await BoxAsync(field, 0);
        if ((await box.InputValueAsync()).Length == 0)
        {
            await hand.FillAsync(box, text);
        }
    }

    /// <summary>Types over what stands in a field.</summary>
    public async Task RetypeAsync(string field, string text) => await hand.FillAsync(await BoxAsync(field, 0), text);

    /// <summary>A day and a time, each a field, where they are empty.</summary>
    public async Task MomentAsync(string field, DateTime at)
    {
        foreach (var (place, text) in new[] { "dd/MM/yyyy", "HH:mm" }.Select((f, i) => (i, at.ToString(f, CultureInfo.InvariantCulture))))
        {
            var box = await BoxAsync(field, place);
            if ((await box.InputValueAsync()).Length == 0)
            {
                await hand.FillAsync(box, text);
            }
        }
    }

    /// <summary>The text that the form offers for an empty field.</summary>
    public async Task SuggestedAsync(string field) =>
        await hand.ClickAsync((await FieldAsync(field)).Locator(".suggestions .chip-button").First);

    /// <summary>An option by its place among those in sight.</summary>
    public async Task OptionAsync<T>(string field, T option)
        where T : struct, Enum =>
        await hand.ChooseAsync(
            (await FieldAsync(field)).Locator("input[type=radio]").Nth(Array.IndexOf(Enum.GetValues<T>(), option)));

    public async Task OptionAsync(string field, string label) =>
        await hand.ChooseAsync((await FieldAsync(field)).GetByLabel(label, new() { Exact = true }));

    public async Task NoAsync(string field) => await hand.ChooseAsync((await FieldAsync(field)).Locator("input[type=radio]").Nth(1));

    public async Task TickAsync(string field, string label) => await hand.ChooseAsync((await FieldAsync(field)).GetByLabel(label));

    /// <summary>From a field that takes one of many.</summary>
    public async Task PickAsync(string field, string typed, string label)
    {
        var box = (await FieldAsync(field)).Locator("input").First;
        await hand.PickAsync(box, typed, label, async () => await box.InputValueAsync() == label);
    }

    /// <summary>From a field that takes several of many.</summary>
    public async Task AddAsync(string field, string typed, string label)
    {
        var within = await FieldAsync(field);
        var chip = within.Locator(".mud-chip").Filter(new() { HasText = label });
        await hand.PickAsync(within.Locator("input").Last, typed, label, async () => await chip.CountAsync() > 0);
    }

    public async Task AddRowAsync(string field) => await hand.ClickAsync((await FieldAsync(field)).Locator("button.add"));

    /// <summary>Opens it with one row of a list ready to be written.</summary>
    public Task ChangeRowAsync(string rows, int index) => hand.ClickAsync(hand.Page.GetByTestId($"change-{rows}-{index}"));

    /// <summary>Sends it, and waits for the receipt.</summary>
    public async Task SendAsync(string outcome)
    {
        await hand.ClickAsync(hand.Page.GetByTestId($"action-{outcome}"));
        await hand.Page.GetByTestId("sent").WaitForAsync();
    }

    private async Task<ILocator> BoxAsync(string field, int place) =>
        (await FieldAsync(field)).Locator("input:not([type=radio]):not([type=checkbox]), textarea:not([aria-hidden])").Nth(place);

    // A field of a later page is come to by the pages before it.
    private async Task<ILocator> FieldAsync(string name)
    {
        var root = name.Split('.', '[')[0];
        var page = Array.FindIndex(schema.Pages, p => p.Fields.Any(f => f.Name == root));
        for (; _page < page; _page++)
        {
            await hand.ClickAsync(hand.Page.GetByTestId("next"));
        }

        var field = hand.Page.Locator($"[data-field='{name}']");
        await field.WaitForAsync();
        return field;
    }
}
