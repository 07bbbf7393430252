using System;
using System.Globalization;
using System.IO;
using System.Text;
using BacklogPS.Json;
using Xunit;

namespace BacklogPS.Core.Tests.Json;

public class CustomFieldValueTests
{
    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public void As_text_has_its_day_without_the_calendar_of_a_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var json = new MemoryStream(Encoding.UTF8.GetBytes("""{"id":1,"fieldTypeId":4,"name":"Delivered","value":"2026-08-04T00:00:00Z"}"""));

            var value = new BacklogJson(null).ReadObject<CustomFieldValue>(json);

            Assert.Equal(new DateTime(2026, 8, 4), value.Value);
            Assert.Equal("Delivered=2026-08-04", value.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
